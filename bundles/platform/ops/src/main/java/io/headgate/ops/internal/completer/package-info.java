/** What the console proposes while somebody types. */
@NullMarked
package io.headgate.ops.internal.completer;

import org.jspecify.annotations.NullMarked;
