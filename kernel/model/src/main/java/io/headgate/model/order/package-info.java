/** What is asked of the market: intents, orders and their states, in FIX terms. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.model.order;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
