/** Rows on the console: a table for people, JSON for programs. */
@NullMarked
package io.headgate.ops.internal.listing;

import org.jspecify.annotations.NullMarked;
