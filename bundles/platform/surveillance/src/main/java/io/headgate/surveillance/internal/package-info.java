/** What is looked for behind the order path: near limits, wash trades, layering. */
@NullMarked
package io.headgate.surveillance.internal;

import org.jspecify.annotations.NullMarked;
