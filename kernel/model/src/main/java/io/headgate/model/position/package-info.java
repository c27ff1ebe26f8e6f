/** What is held and on whose account: positions, accounts and profit and loss. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.model.position;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
