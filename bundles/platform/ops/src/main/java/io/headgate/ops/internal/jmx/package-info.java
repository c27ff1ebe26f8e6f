/** The nouns as MBeans, over JMX and Jolokia, with the same names and fields as everywhere. */
@NullMarked
package io.headgate.ops.internal.jmx;

import org.jspecify.annotations.NullMarked;
