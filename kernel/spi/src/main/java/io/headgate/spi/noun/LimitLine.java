package io.headgate.spi.noun;

import io.headgate.spi.limits.LimitRow;

/**
 * One row of a limit file, with what the node does not know of it.
 *
 * @param row the row
 * @param unknown names in it that the node does not know, each with the nearest that it does; empty
 *     where it knows them all
 */
public record LimitLine(LimitRow row, String unknown) {}
