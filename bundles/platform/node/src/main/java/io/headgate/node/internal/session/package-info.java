/** What a node can run by itself: a demo on a simulated market, a replay of recorded data. */
@NullMarked
package io.headgate.node.internal.session;

import org.jspecify.annotations.NullMarked;
