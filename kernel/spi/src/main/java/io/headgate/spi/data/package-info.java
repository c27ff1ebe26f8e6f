/** Data adapters: feeds turned into market events, and where those enter the engine. */
@Export
@Version("1.1.0")
@NullMarked
package io.headgate.spi.data;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
