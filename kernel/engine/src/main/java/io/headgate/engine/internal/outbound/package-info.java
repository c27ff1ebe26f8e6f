/** From a durable decision to the connector's thread. */
@NullMarked
package io.headgate.engine.internal.outbound;

import org.jspecify.annotations.NullMarked;
