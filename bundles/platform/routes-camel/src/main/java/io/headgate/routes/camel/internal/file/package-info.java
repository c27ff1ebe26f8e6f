/** Route files: read whole, rehearsed aside, put in place of the old. */
@NullMarked
package io.headgate.routes.camel.internal.file;

import org.jspecify.annotations.NullMarked;
