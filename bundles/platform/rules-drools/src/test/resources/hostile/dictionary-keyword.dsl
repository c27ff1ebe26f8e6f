# a dictionary
[keyword][]regel=rule
