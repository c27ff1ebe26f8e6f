package io.headgate.spi.audit;

/**
 * One line of the trail.
 *
 * @param sequence from 1, without gaps as long as the disk works
 * @param timestamp when it happened first, UTC nanoseconds since 1970
 * @param event what happened
 * @param count how often it happened since the record of the same thing before this one
 */
public record AuditRecord(long sequence, long timestamp, AuditEvent event, long count) {}
