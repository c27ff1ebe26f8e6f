/** Order entry and the state of orders: the one way to send an order. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.spi.order;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
