# a dictionary
[condition][]There is a thing=$o : OrderContext() from $all
