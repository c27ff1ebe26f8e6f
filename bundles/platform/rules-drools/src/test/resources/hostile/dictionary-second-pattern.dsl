# a dictionary
[condition][]It buys=buy) $p : OrderContext(
