/** The rule gate: one flat order context, the rule sets that judge it, and their administration. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.spi.rules;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
