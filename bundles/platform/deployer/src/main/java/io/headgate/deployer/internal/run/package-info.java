/** Starting, replacing and stopping plug-ins, and telling whether they run. */
@NullMarked
package io.headgate.deployer.internal.run;

import org.jspecify.annotations.NullMarked;
