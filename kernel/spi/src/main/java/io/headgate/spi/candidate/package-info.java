/** The life of a rule set before and after it serves: tried on past orders, compared, activated. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.spi.candidate;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
