/** The realm that every door asks: throttled, and witnessed by the audit trail. */
@NullMarked
package io.headgate.access.internal.login;

import org.jspecify.annotations.NullMarked;
