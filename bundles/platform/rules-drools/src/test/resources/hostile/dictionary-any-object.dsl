# a dictionary
[condition][]There is a thing=$o : Object()
