package io.headgate.scorers.tribuo.internal;

/** What the price does over the horizon; the names stand in model files. */
public enum Move {
  UP,
  FLAT,
  DOWN
}
