/** Where the resources meet the HTTP server of the node. */
@NullMarked
package io.headgate.rest.internal.server;

import org.jspecify.annotations.NullMarked;
