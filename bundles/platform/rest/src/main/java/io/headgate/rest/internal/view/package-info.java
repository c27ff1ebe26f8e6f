/** What clients see besides the nouns: answers to acts, and problems. */
@NullMarked
package io.headgate.rest.internal.view;

import org.jspecify.annotations.NullMarked;
