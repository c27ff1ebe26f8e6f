/** The routes between bundles, as ops see and control them. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.spi.route;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
