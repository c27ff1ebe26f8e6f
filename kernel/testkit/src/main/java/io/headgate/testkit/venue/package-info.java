/**
 * A scripted venue that acknowledges, fills, refuses, repeats, reorders and disappears on demand.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.testkit.venue;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
