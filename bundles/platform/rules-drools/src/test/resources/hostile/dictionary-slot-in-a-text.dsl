# a dictionary
[condition][]{a} explodes=account == "x{a}y"
