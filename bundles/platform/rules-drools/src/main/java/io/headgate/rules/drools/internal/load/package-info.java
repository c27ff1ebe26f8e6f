/** From the files in the folder to the set that serves. */
@NullMarked
package io.headgate.rules.drools.internal.load;

import org.jspecify.annotations.NullMarked;
