/** Small seeded markets and the instruments that trade on them. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.testkit.market;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
