/** Who may do what, tried on a real node against the page that says so. */
package io.headgate.itests.walls;
