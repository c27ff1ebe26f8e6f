/** Scorers: features turned into a score with the id of the model that made it. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.spi.scorer;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
