/** Reference data out of the CSV files in {@code etc/reference}. */
@NullMarked
package io.headgate.node.internal.reference;

import org.jspecify.annotations.NullMarked;
