/** A venue on paper: orders fill against the market data that the node sees. */
@NullMarked
package io.headgate.brokers.paper.internal;

import org.jspecify.annotations.NullMarked;
