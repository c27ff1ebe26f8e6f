/** Rule sets before and after they serve, and past orders judged once more. */
@NullMarked
package io.headgate.rest.internal.candidate;

import org.jspecify.annotations.NullMarked;
