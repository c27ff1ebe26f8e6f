/** Jolokia, under the access lists that JMX has. */
@NullMarked
package io.headgate.jolokia.acl.internal;

import org.jspecify.annotations.NullMarked;
