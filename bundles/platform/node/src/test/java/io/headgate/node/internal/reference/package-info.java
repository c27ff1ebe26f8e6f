@NullMarked
package io.headgate.node.internal.reference;

import org.jspecify.annotations.NullMarked;
