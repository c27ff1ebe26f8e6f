# The sentences that rules may be written in, and what each of them means. rules/README.md teaches it.
#
#   [value][]words=field               a field of the order, or a limit, under another name
#   [condition][]sentence=meaning      may stand after "when", below the order, with a dash before it
#   [consequence][]sentence=meaning    may stand after "then"
#
# {a} is a slot. What may be put into it follows from where the meaning has it:
#   {a}             a number (with its unit, if you like: 50 bps) or a value
#   "{a}"           one text; in quotes if it has a blank, or is a word of this dictionary
#   in ({a})        several texts, with commas between
#   LimitKind.{a}   a limit that blocks
#   Unit.{a}        a value, of which the unit is taken
# A sentence must match one entry from its first word to its last.

# Known without an entry: each field by its name (worstLongPosition) and as "its worst long position",
# each limit by its word in the limit files, as "the limit max-order-qty" and "the warning level
# max-order-qty".

# ---------------------------------------------------------------- values
[value][]the age of the market data=marketAgeMillis
[value][]the time since the same order=duplicateAgeMillis
[value][]the time to the open=millisToOpen
[value][]the time to the close=millisToClose
[value][]the position=position
[value][]the long position in the worst case=worstLongPosition
[value][]the short position in the worst case=worstShortPosition
[value][]what it adds=addedQuantity
[value][]what it opens=openingQuantity
[value][]the bid price=bidPrice
[value][]the ask price=askPrice
[value][]the last price=lastPrice
[value][]the reference price=referencePrice
[value][]its order type=ordType

# ---------------------------------------------------------------- the order
[condition][]There is an order=$o : OrderContext()
[condition][]There is a new order=$o : OrderContext(!replace)
[condition][]There is a change of an open order=$o : OrderContext(replace)

# ---------------------------------------------------------------- numbers
[condition][]{a} is above {b}={a} > {b}
[condition][]{a} is at least {b}={a} >= {b}
[condition][]{a} is below {b}={a} < {b}
[condition][]{a} is at most {b}={a} <= {b}
[condition][]{a} is above {b} and at most {c}={a} > {b} && {a} <= {c}
[condition][]{a} is at least {b} and below {c}={a} >= {b} && {a} < {c}
[condition][]{a} equals {b}=Ops.eq({a}, {b})
[condition][]{a} differs from {b}=Ops.ne({a}, {b})
[condition][]{a}, long or short, is above {b}=Ops.abs({a}) > {b}
[condition][]{a} plus {b} is above {c}={a} + {b} > {c}
[condition][]{a} is a whole multiple of {b}=Ops.multipleOf({a}, {b})
[condition][]{a} is no whole multiple of {b}=!Ops.multipleOf({a}, {b})
[condition][]{a} is set=Ops.limited({a})

# ---------------------------------------------------------------- texts
[condition][]{a} is {b}={a} == "{b}"
[condition][]{a} is not {b}={a} != "{b}"
[condition][]{a} is one of {b}={a} in ({b})
[condition][]{a} is none of {b}={a} not in ({b})

# ---------------------------------------------------------------- yes or no
[condition][]it buys=buy
[condition][]it sells=!buy
[condition][]it is a new order=!replace
[condition][]it changes an open order=replace
[condition][]it is a market order=ordType == "MARKET"
[condition][]it has a limit price=ordType == "LIMIT"
[condition][]a person asks=strategy == "-"
[condition][]a strategy asks=strategy != "-"

# ---------------------------------------------------------------- verdicts
[consequence][]Deny it with {code}: {value} is held against {limit}=$o.block("{code}", LimitKind.{limit}, {value});
[consequence][]Warn with {code}: {value} is held against {limit}=$o.warn("{code}", LimitKind.{limit}, {value});
[consequence][]Deny it with {code}: {value} is above the allowed {number}=$o.block("{code}", {value}, {number}, Unit.{value});
[consequence][]Deny it with {code}: {value} is below the allowed {number}=$o.block("{code}", {value}, {number}, Unit.{value});
[consequence][]Deny it with {code}: {value} does not fit {number}=$o.block("{code}", {value}, {number}, Unit.{value});
[consequence][]Warn with {code}: {value} is above the allowed {number}=$o.warn("{code}", {value}, {number}, Unit.{value});
[consequence][]Warn with {code}: {value} is below the allowed {number}=$o.warn("{code}", {value}, {number}, Unit.{value});
[consequence][]Warn with {code}: {value} does not fit {number}=$o.warn("{code}", {value}, {number}, Unit.{value});
[condition][]it is odd=buy /*
