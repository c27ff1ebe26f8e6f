package io.headgate.model.instrument;

/** Broad kind of an instrument, after ISO 10962 (CFI) categories. */
public enum AssetClass {
  EQUITY,
  DEBT,
  FX_SPOT,
  FUTURE,
  OPTION,
  CRYPTO
}
