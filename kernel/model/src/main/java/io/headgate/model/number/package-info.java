/** Exact scaled-integer arithmetic for prices, quantities and amounts. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.model.number;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
