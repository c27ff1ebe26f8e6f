/** Files with something wrong in them, on a node that trades. */
package io.headgate.itests.bad;
