/** The resources: one class for each noun of the API. */
@NullMarked
package io.headgate.rest.internal.resource;

import org.jspecify.annotations.NullMarked;
