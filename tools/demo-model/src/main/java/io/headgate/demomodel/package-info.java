/** The demo's model, trained from the seeded simulator. */
@NullMarked
package io.headgate.demomodel;

import org.jspecify.annotations.NullMarked;
