/** The live stream of what happens on the node. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.spi.event;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
