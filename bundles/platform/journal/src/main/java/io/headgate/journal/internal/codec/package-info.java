/** Records as bytes: an explicit, versioned binary form of every journal record. */
@NullMarked
package io.headgate.journal.internal.codec;

import org.jspecify.annotations.NullMarked;
