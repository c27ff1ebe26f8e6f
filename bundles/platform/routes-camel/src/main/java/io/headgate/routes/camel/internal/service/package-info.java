/** The services that routes lead to, each of which may come and go. */
@NullMarked
package io.headgate.routes.camel.internal.service;

import org.jspecify.annotations.NullMarked;
