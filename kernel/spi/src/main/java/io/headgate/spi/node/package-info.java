/** The node itself: who it is, how it runs, whether it is well. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.spi.node;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
