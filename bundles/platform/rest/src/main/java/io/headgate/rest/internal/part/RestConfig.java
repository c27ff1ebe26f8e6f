package io.headgate.rest.internal.part;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What can be set in {@code etc/io.headgate.rest.cfg}. */
@ObjectClassDefinition(name = "Headgate REST", description = "Orders in, state out, live events")
public @interface RestConfig {

  @AttributeDefinition(
      description = "How long a request waits for a durable decision, milliseconds",
      min = "100",
      max = "60000")
  long decisionTimeoutMillis() default 5000;

  @AttributeDefinition(
      description = "Requests that wait for a decision at the same time at most",
      min = "1",
      max = "150")
  int waitingRequests() default 64;

  @AttributeDefinition(
      description = "Event streams open at the same time at most",
      min = "1",
      max = "256")
  int eventStreams() default 16;

  @AttributeDefinition(
      description = "Events kept for a client that reads too slowly; then the oldest are dropped",
      min = "16",
      max = "65536")
  int eventQueueLength() default 1024;

  @AttributeDefinition(
      description = "Time between comments that keep a silent event stream open, milliseconds",
      min = "100",
      max = "25000")
  long heartbeatMillis() default 10000;

  @AttributeDefinition(
      description =
          "Time after which an event stream is closed whose client has read nothing, milliseconds",
      min = "1000",
      max = "600000")
  long stalledAfterMillis() default 30000;

  @AttributeDefinition(
      description =
          "How long a successful login is remembered, seconds; a changed password or role takes effect after it",
      min = "0",
      max = "60")
  int loginCacheSeconds() default 30;
}
