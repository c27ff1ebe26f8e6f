package io.headgate.jolokia.acl.internal;

import javax.management.JMException;
import javax.management.ObjectName;

/** Whether the person on whose behalf this thread runs may invoke an operation. */
@FunctionalInterface
interface MBeanAccess {

  /**
   * Asks the access lists.
   *
   * @param signature the types of the operation's arguments
   * @throws JMException when the MBean is not there, or nobody keeps the access lists
   */
  boolean mayInvoke(ObjectName mbean, String operation, String[] signature) throws JMException;
}
