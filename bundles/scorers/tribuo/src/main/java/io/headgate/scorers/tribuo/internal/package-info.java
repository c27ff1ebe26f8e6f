/** Tribuo's classifiers as scorers. */
@NullMarked
package io.headgate.scorers.tribuo.internal;

import org.jspecify.annotations.NullMarked;
