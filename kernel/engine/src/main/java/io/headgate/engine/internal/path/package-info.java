/** From an intent to a decision. */
@NullMarked
package io.headgate.engine.internal.path;

import org.jspecify.annotations.NullMarked;
