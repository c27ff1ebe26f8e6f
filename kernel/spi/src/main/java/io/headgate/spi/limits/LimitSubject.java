package io.headgate.spi.limits;

import io.headgate.model.instrument.Instrument;
import io.headgate.model.order.Originator;

/**
 * Whose order in what: everything that decides which limits apply.
 *
 * @param originator account, trader and strategy
 * @param instrument instrument with its sector
 */
public record LimitSubject(Originator originator, Instrument instrument) {}
