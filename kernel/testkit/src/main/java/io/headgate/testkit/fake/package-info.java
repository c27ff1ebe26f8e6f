/** Stand-ins for the platform's services. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.testkit.fake;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
