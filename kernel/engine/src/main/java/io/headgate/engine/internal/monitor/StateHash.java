package io.headgate.engine.internal.monitor;

import io.headgate.model.decision.Decision;
import io.headgate.model.execution.ExecutionReport;
import io.headgate.model.position.Position;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A running mix over every decision and every applied report, closed with SHA-256 over the
 * positions: two runs that decided and traded the same, in the same order, have the same value. It
 * finds differences between honest runs; it does not resist somebody who looks for collisions.
 */
public final class StateHash {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long a = 1;
  private long b = 2;

  /** Adds a decision. */
  public void add(Decision decision) {
    mix(decision.clOrdId().sequence());
    mix(decision.tsDecided());
    mix(decision.intent().originator().hashCode());
    mix(decision.reason().hashCode());
    mix(decision.verdicts().size());
    mix(decision.ruleSet().hashCode());
  }

  /** Adds a report that was applied. */
  public void add(ExecutionReport report) {
    mix(report.clOrdId().sequence());
    mix(report.execType().code());
    mix(report.tradeKey().hashCode());
    mix(report.lastQty());
    mix(report.lastPx());
    mix(report.tsEvent());
  }

  private void mix(long value) {
    a = (a ^ value) * GOLDEN;
    a ^= a >>> 32;
    b = Long.rotateLeft(b, 23) + a;
  }

  /** The value so far, with the positions, 64 hexadecimal digits. */
  public String value(List<Position> positions) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(ByteBuffer.allocate(16).putLong(a).putLong(b).array());
      digest.update(positions.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
