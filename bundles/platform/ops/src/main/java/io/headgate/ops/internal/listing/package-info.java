/** What ops look at, as rows of named values: the same for the console and for JMX. */
@NullMarked
package io.headgate.ops.internal.listing;

import org.jspecify.annotations.NullMarked;
