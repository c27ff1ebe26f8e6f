/** The Camel component headgate: the ends of every route inside Headgate. */
@NullMarked
package io.headgate.routes.camel.internal.endpoint;

import org.jspecify.annotations.NullMarked;
