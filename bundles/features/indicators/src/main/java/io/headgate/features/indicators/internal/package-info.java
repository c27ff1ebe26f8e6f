/** Indicators, each in constant time and memory for each event. */
@NullMarked
package io.headgate.features.indicators.internal;

import org.jspecify.annotations.NullMarked;
