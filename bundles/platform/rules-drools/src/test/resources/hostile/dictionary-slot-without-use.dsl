# a dictionary
[condition][]{a} and {b}={a} > 5
