/** The journal: hand-over, commit, space and recovery. */
@NullMarked
package io.headgate.journal.internal;

import org.jspecify.annotations.NullMarked;
