package io.headgate.spi.positions;

import io.headgate.model.position.PositionKey;

/**
 * One node's part of a position.
 *
 * @param key whose, in what
 * @param node node whose part it is
 * @param epoch epoch of that node
 * @param sequence version within the epoch; the highest (epoch, sequence) of a node wins, always
 * @param quantity signed, nine decimals
 * @param realized realised P&amp;L before fees, six decimals, in the account's currency
 * @param fees fees paid, six decimals, in the account's currency
 */
public record PositionShare(
    PositionKey key,
    String node,
    int epoch,
    long sequence,
    long quantity,
    long realized,
    long fees) {}
