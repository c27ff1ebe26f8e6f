package io.headgate.brokers.paper.internal;

/**
 * An event with its place among all events of the venue.
 *
 * @param number counts from 1 upwards
 * @param event what happened
 */
record NumberedEvent(long number, VenueEvent event) {}
