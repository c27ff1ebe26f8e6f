/** Decision tables in CSV, and the names that files of others have for what is known here. */
@NullMarked
package io.headgate.rules.drools.internal.table;

import org.jspecify.annotations.NullMarked;
