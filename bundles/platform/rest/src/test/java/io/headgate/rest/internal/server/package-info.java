@NullMarked
package io.headgate.rest.internal.server;

import org.jspecify.annotations.NullMarked;
