package io.headgate.rules.drools.internal.sentence;

/** What may stand in a slot of a sentence, by where its meaning puts it. */
enum Slot {
  /** A number, or a value of the order. */
  AMOUNT,
  /** One text. */
  TEXT,
  /** Several texts. */
  LIST,
  /** A limit, of which the kind is meant. */
  LIMIT,
  /** A value of the order, of which the unit is meant. */
  UNIT
}
