# a dictionary
[condition][]it ‮buys=buy
