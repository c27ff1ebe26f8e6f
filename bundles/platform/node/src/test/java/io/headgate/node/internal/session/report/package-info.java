@NullMarked
package io.headgate.node.internal.session.report;

import org.jspecify.annotations.NullMarked;
