/** The faces of a node, side by side. */
package io.headgate.itests.face;
