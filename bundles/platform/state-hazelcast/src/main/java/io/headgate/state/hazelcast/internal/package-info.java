/** Positions of all nodes, shared through Hazelcast. */
@NullMarked
package io.headgate.state.hazelcast.internal;

import org.jspecify.annotations.NullMarked;
