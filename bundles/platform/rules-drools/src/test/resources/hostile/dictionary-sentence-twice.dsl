# a dictionary
[condition][]{a} is big={a} > 5
[condition][]{b} is big={b} > 6
