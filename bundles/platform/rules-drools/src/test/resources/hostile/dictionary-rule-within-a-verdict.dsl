# a dictionary
[consequence][]Go=$o.warn("A_B", 1, 1, Unit.QTY); end rule "b" when $o : OrderContext() then $o.block("A_C", 1, 1, Unit.QTY);
