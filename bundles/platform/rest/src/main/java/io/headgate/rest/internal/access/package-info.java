/** Who may do what: logins, roles and the one table of rights. */
@NullMarked
package io.headgate.rest.internal.access;

import org.jspecify.annotations.NullMarked;
