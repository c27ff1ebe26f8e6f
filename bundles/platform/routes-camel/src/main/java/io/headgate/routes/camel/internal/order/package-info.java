/** Orders in files: lines read strictly, bad ones put aside. */
@NullMarked
package io.headgate.routes.camel.internal.order;

import org.jspecify.annotations.NullMarked;
