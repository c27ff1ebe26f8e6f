/** What waits until a record of the journal is durable. */
@NullMarked
package io.headgate.engine.internal.durable;

import org.jspecify.annotations.NullMarked;
