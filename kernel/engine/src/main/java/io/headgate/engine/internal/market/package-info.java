/** What the market last did, and who is told. */
@NullMarked
package io.headgate.engine.internal.market;

import org.jspecify.annotations.NullMarked;
