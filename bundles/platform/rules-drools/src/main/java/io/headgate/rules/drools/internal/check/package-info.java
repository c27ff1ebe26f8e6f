/** What a candidate set must withstand before it may serve. */
@NullMarked
package io.headgate.rules.drools.internal.check;

import org.jspecify.annotations.NullMarked;
