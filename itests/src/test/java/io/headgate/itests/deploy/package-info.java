/** Plug-ins built as a developer builds them, and jars that are wrong in one way each. */
package io.headgate.itests.deploy;
