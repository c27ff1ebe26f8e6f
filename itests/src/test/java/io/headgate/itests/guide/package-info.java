/** The guides as tests: a page is read, and what it tells its reader to do is done. */
package io.headgate.itests.guide;
