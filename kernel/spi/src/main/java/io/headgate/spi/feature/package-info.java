/** Features: numbers about one instrument, kept up to date event by event, for scorers. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.spi.feature;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
