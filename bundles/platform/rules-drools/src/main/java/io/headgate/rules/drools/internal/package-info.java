/** The rules of a node: files of risk officers, compiled by Drools and lifted out of it. */
@NullMarked
package io.headgate.rules.drools.internal;

import org.jspecify.annotations.NullMarked;
