/** What clients see: immutable records with decimals as text and times as ISO 8601. */
@NullMarked
package io.headgate.rest.internal.view;

import org.jspecify.annotations.NullMarked;
