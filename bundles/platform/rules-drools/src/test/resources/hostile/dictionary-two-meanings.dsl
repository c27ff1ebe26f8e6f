# a dictionary
[value][]its size=quantity
[value][]its size=notional
