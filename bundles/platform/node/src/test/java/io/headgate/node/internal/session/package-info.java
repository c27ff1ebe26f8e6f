@NullMarked
package io.headgate.node.internal.session;

import org.jspecify.annotations.NullMarked;
