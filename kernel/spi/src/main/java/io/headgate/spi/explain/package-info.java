/** Why an order was decided as it was, and what each rule costs. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.spi.explain;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
