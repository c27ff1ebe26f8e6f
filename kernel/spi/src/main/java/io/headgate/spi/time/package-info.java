/** Time as the engine sees it: live or replayed, never read from the machine directly. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.spi.time;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
