/** Strategies: market events turned into order intents. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.spi.strategy;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
