@NullMarked
package io.headgate.rest.internal.events;

import org.jspecify.annotations.NullMarked;
