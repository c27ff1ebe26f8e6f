/** What a session tells a person and a machine. */
@NullMarked
package io.headgate.node.internal.session.report;

import org.jspecify.annotations.NullMarked;
