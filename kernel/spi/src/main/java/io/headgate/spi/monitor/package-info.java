/** Counters and latencies of the order path. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.spi.monitor;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
