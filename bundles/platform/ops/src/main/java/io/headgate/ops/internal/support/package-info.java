/** One zip file for a bug report, without secrets. */
@NullMarked
package io.headgate.ops.internal.support;

import org.jspecify.annotations.NullMarked;
