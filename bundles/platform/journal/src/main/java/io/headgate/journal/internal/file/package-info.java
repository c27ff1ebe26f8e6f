/** Segment files, their frames, and the folder they lie in. */
@NullMarked
package io.headgate.journal.internal.file;

import org.jspecify.annotations.NullMarked;
