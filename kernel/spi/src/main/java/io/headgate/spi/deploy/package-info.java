/** Plug-ins that came as jars into the deploy folder. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.spi.deploy;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
