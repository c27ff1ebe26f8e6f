/** What is looked for behind the order path: near limits, wash trades, layering. */
@NullMarked
package io.headgate.rules.drools.internal.surveillance;

import org.jspecify.annotations.NullMarked;
