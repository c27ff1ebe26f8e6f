# a dictionary
[condition][]it explodes=System.exit(0) == null
