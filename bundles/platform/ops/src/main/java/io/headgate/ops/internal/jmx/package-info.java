/** The same over JMX and Jolokia. */
@NullMarked
package io.headgate.ops.internal.jmx;

import org.jspecify.annotations.NullMarked;
