package io.headgate.data.replay.internal.row;

/**
 * What a price may look like.
 *
 * @param crossedBps by how much a bid may be above its ask; recorded venues do cross a little
 * @param jumpFactor by how much a price may differ from the one before, above 1
 */
public record Tolerance(double crossedBps, double jumpFactor) {}
