/** What the market did: quotes, trades and bars, alone and in columnar batches. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.model.market;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
