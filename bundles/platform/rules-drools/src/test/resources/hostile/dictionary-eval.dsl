# a dictionary
[condition][]it explodes=eval(true)
