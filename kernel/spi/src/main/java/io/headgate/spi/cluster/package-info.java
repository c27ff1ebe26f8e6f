/** What the nodes of one firm tell each other beside their positions. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.spi.cluster;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
