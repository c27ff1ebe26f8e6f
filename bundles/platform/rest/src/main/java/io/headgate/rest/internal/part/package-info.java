/** The parts of the platform that this bundle asks, each of which may come and go. */
@NullMarked
package io.headgate.rest.internal.part;

import org.jspecify.annotations.NullMarked;
