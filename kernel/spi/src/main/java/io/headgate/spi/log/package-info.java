/** How much the parts of the node tell in its log, changed while it runs. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.spi.log;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
