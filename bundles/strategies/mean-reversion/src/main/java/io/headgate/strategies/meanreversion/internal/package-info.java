/** A strategy that trades on prices coming back to their mean. */
@NullMarked
package io.headgate.strategies.meanreversion.internal;

import org.jspecify.annotations.NullMarked;
