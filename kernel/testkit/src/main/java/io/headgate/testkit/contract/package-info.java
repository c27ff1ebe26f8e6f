/** One test per SPI of what its Javadoc promises; every implementation's test extends it. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.testkit.contract;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
