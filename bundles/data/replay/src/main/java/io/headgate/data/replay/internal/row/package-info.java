/** Rows: from bytes to checked numbers. */
@NullMarked
package io.headgate.data.replay.internal.row;

import org.jspecify.annotations.NullMarked;
