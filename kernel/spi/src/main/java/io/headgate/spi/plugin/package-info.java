/** What every plug-in has in common: a name and a health. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.spi.plugin;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
