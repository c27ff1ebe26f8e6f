/** What Headgate decided about an order, and every reason for it. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.model.decision;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
