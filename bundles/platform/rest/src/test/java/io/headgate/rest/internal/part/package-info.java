@NullMarked
package io.headgate.rest.internal.part;

import org.jspecify.annotations.NullMarked;
