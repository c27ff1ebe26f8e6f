# a dictionary
[value][]its colour=colour
