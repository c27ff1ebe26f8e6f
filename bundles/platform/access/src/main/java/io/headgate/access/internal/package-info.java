/** The first user of a node, its key, and how passwords are kept. */
@NullMarked
package io.headgate.access.internal;

import org.jspecify.annotations.NullMarked;
