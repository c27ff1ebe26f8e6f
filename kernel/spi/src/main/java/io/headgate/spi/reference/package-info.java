/** Reference data: which instruments, accounts and FX rates the node knows. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.spi.reference;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
