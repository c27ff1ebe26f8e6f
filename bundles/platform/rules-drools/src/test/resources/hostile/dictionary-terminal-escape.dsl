[condition][]it buys[2J=buy
