/** Files, archives and lines: from paths to bytes of one row. */
@NullMarked
package io.headgate.data.replay.internal.file;

import org.jspecify.annotations.NullMarked;
