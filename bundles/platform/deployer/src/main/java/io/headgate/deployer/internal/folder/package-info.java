/** What lies in the deploy folder and what has become of it. */
@NullMarked
package io.headgate.deployer.internal.folder;

import org.jspecify.annotations.NullMarked;
