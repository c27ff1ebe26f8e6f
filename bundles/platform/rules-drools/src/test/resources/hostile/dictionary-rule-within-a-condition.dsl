# a dictionary
[condition][]it is odd=buy) then $o.warn("A_B", 1, 1, Unit.QTY); end rule "z" when $o : OrderContext(buy
