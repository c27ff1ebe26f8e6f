/**
 * Rules as sentences: a dictionary says what each means, and the same checked grammar reads that.
 */
@NullMarked
package io.headgate.rules.drools.internal.sentence;

import org.jspecify.annotations.NullMarked;
