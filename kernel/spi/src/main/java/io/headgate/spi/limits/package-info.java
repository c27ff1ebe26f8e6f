/** Limits as numbers, and the rights that additive limits grant. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.spi.limits;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
