# a dictionary
[*][]it explodes=eval(true)
