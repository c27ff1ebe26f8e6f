/** The routes of a node: their context, their files, their control. */
@NullMarked
package io.headgate.routes.camel.internal;

import org.jspecify.annotations.NullMarked;
