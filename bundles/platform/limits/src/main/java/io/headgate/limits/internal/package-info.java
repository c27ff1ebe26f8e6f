/** Limit files, the table made of them, and the rights that are granted out of it. */
@NullMarked
package io.headgate.limits.internal;

import org.jspecify.annotations.NullMarked;
