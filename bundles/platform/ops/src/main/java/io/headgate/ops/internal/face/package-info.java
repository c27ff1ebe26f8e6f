/** What there is of each noun, gathered from the services that know it. */
@NullMarked
package io.headgate.ops.internal.face;

import org.jspecify.annotations.NullMarked;
