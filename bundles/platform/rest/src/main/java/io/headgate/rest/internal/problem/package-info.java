/** What goes wrong, told as RFC 9457 problems. */
@NullMarked
package io.headgate.rest.internal.problem;

import org.jspecify.annotations.NullMarked;
