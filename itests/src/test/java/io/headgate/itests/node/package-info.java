/** A node as a real process, driven from outside through its own doors. */
package io.headgate.itests.node;
