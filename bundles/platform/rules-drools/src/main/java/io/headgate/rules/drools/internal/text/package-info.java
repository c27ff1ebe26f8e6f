/** Rule files as text: how they are read into a small tree that has no room for anything unsafe. */
@NullMarked
package io.headgate.rules.drools.internal.text;

import org.jspecify.annotations.NullMarked;
