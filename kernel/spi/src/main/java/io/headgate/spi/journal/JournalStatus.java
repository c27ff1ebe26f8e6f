package io.headgate.spi.journal;

/**
 * How the log is.
 *
 * @param folder where it lies
 * @param records records in it
 * @param durable how many of them are durable
 * @param bytes bytes in use
 * @param segments files in use
 * @param recoveredTornBytes bytes of a torn tail that were cut off at the start
 * @param failure why it takes nothing any more; empty while it does
 */
public record JournalStatus(
    String folder,
    long records,
    long durable,
    long bytes,
    int segments,
    long recoveredTornBytes,
    String failure) {}
