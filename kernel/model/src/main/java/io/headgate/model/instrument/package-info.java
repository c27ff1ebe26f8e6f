/** What can be traded: instruments, their reference data and their calendars. */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.model.instrument;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
