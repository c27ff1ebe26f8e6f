/**
 * What each noun of the node looks like from outside: one description of its fields, from which
 * console, MBeans, REST and the OpenAPI document are rendered, so that they cannot differ.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.headgate.spi.noun;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
