# a dictionary
[condition][]{a}={a} > 5
