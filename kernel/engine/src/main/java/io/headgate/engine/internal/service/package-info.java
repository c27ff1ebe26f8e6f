/** The engine's faces as OSGi services. */
@NullMarked
package io.headgate.engine.internal.service;

import org.jspecify.annotations.NullMarked;
