/** What the venue answered: execution reports, in FIX terms. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.model.execution;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
