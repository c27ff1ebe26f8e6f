/** What travels between nodes and how it is merged; every node must have the same classes. */
@NullMarked
package io.headgate.state.hazelcast.internal.wire;

import org.jspecify.annotations.NullMarked;
