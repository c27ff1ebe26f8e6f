/** Holds the books of a session against each other. */
@NullMarked
package io.headgate.node.internal.session.check;

import org.jspecify.annotations.NullMarked;
