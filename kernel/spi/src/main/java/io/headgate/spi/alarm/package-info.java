/** One channel for everything that a person must look at. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.spi.alarm;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
