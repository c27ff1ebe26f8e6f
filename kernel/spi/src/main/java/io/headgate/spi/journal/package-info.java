/** The durable log of everything that was decided, sent and filled. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.spi.journal;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
