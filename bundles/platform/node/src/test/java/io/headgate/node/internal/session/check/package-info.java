@NullMarked
package io.headgate.node.internal.session.check;

import org.jspecify.annotations.NullMarked;
