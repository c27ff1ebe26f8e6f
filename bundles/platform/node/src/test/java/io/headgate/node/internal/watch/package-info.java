@NullMarked
package io.headgate.node.internal.watch;

import org.jspecify.annotations.NullMarked;
