/** A clock and timers that move only when a test moves them. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.testkit.time;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
