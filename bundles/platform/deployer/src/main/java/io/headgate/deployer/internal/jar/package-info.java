/** What a jar says about itself, before any of it is run. */
@NullMarked
package io.headgate.deployer.internal.jar;

import org.jspecify.annotations.NullMarked;
