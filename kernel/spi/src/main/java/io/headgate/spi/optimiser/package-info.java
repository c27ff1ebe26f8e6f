/** Optimisers: signals and limits turned into a target portfolio. */
@Export
@Version("1.1.0")
@NullMarked
package io.headgate.spi.optimiser;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
