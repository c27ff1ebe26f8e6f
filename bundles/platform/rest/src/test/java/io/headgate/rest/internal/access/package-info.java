@NullMarked
package io.headgate.rest.internal.access;

import org.jspecify.annotations.NullMarked;
