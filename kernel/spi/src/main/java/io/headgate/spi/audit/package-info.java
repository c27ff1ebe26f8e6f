/** Who came in, who did what, and what was refused. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.spi.audit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
