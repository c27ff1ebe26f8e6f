/** A stage on which a strategy plays without an engine. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.testkit.strategy;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
