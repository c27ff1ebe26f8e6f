@NullMarked
package io.headgate.rest.internal.json;

import org.jspecify.annotations.NullMarked;
