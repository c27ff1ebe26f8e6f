/** Trading states, the kill switch and its re-arm. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.spi.control;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
