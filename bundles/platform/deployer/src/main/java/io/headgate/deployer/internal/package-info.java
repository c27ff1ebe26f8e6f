/** The deploy folder as a service of the node. */
@NullMarked
package io.headgate.deployer.internal;

import org.jspecify.annotations.NullMarked;
