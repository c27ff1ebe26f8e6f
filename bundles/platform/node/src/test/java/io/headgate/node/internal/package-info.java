@NullMarked
package io.headgate.node.internal;

import org.jspecify.annotations.NullMarked;
