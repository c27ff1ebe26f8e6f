/** Resources that look into the rules, and that let single orders through. */
@NullMarked
package io.headgate.rest.internal.risk;

import org.jspecify.annotations.NullMarked;
