package io.headgate.routes.camel.internal.endpoint;

import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.jspecify.annotations.Nullable;

/** One end of a route inside Headgate; some can only begin a route, some only be sent to. */
final class HeadgateEndpoint extends DefaultEndpoint {

  interface Input {
    Consumer create(HeadgateEndpoint endpoint, Processor processor);
  }

  interface Output {
    Producer create(HeadgateEndpoint endpoint);
  }

  private final Room room;
  private final @Nullable Input input;
  private final @Nullable Output output;

  private HeadgateEndpoint(
      String uri, Component component, Room room, @Nullable Input input, @Nullable Output output) {
    super(uri, component);
    this.room = room;
    this.input = input;
    this.output = output;
  }

  static HeadgateEndpoint from(String uri, Component component, Room room, Input input) {
    return new HeadgateEndpoint(uri, component, room, input, null);
  }

  static HeadgateEndpoint to(String uri, Component component, Room room, Output output) {
    return new HeadgateEndpoint(uri, component, room, null, output);
  }

  Room room() {
    return room;
  }

  @Override
  public Consumer createConsumer(Processor processor) throws Exception {
    if (input == null) {
      throw new IllegalArgumentException(
          getEndpointUri() + " can only be sent to; a route cannot begin there");
    }
    Consumer consumer = input.create(this, processor);
    configureConsumer(consumer);
    return consumer;
  }

  @Override
  public Producer createProducer() {
    if (output == null) {
      throw new IllegalArgumentException(
          getEndpointUri() + " can only begin a route; it cannot be sent to");
    }
    return output.create(this);
  }
}
