@NullMarked
package io.headgate.rest.internal.resource;

import org.jspecify.annotations.NullMarked;
