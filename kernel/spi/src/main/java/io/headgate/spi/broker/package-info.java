/** Broker connectors: the venue's protocol turned into the model and back. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.spi.broker;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
