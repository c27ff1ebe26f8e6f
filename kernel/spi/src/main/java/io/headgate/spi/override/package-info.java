/** Letting a single order through that rules have denied. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.spi.override;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
