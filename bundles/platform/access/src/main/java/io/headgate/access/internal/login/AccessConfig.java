package io.headgate.access.internal.login;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What can be set in {@code etc/io.headgate.access.cfg}. */
@ObjectClassDefinition(
    name = "Headgate access",
    description = "Login throttle, end of sessions, size of the audit trail")
public @interface AccessConfig {

  @AttributeDefinition(
      description =
          "With so many wrong passwords in a row the waiting begins, for one user from one address",
      min = "1",
      max = "100")
  int freeFailures() default 5;

  @AttributeDefinition(
      description = "The first wait, milliseconds; it doubles with each further failure",
      min = "100",
      max = "60000")
  long firstDelayMillis() default 1000;

  @AttributeDefinition(description = "Longest wait, milliseconds", min = "1000", max = "300000")
  long longestDelayMillis() default 15000;

  @AttributeDefinition(
      description = "A JMX session without a call for so long is ended, minutes",
      min = "1",
      max = "1440")
  int jmxIdleMinutes() default 30;

  @AttributeDefinition(
      description = "Size of one file of the audit trail, megabytes",
      min = "1",
      max = "1024")
  int auditFileMegabytes() default 16;

  @AttributeDefinition(
      description = "Files of the audit trail that are kept",
      min = "2",
      max = "1000")
  int auditFiles() default 64;
}
