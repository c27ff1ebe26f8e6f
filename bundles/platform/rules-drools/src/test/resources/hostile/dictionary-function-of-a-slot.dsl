# a dictionary
[condition][]{a} explodes=Evil.run({a})
