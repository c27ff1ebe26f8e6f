package io.headgate.access.internal.door;

import io.headgate.spi.audit.AuditEvent;
import io.headgate.spi.audit.AuditEvent.Caller;
import io.headgate.spi.audit.AuditEvent.Kind;
import io.headgate.spi.audit.AuditEvent.Result;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * A call of an MBean server, in words.
 *
 * @param what the words
 * @param changes whether it may change anything; if not, only its refusal is written down
 */
record Act(String what, boolean changes) {

  private static final String OURS = "io.headgate";
  private static final String READING = "(get|is|list|find|show|can).*";

  static Act of(String method, Object[] arguments) {
    String mbean = "";
    for (Object argument : arguments) {
      if (argument instanceof ObjectName name) {
        mbean = name.getCanonicalName();
        break;
      }
    }
    return switch (method) {
      case "invoke" ->
          new Act(
              mbean + " " + operation(mbean, (String) arguments[1], (Object[]) arguments[2]),
              !((String) arguments[1]).matches(READING));
      case "getAttribute", "getAttributes" ->
          new Act(mbean + " read " + names(arguments[1]), false);
      case "setAttribute", "setAttributes" ->
          new Act(mbean + " write " + names(arguments[1]), true);
      case "createMBean", "registerMBean", "unregisterMBean" ->
          new Act((method + " " + mbean).strip(), true);
      default -> new Act((method + " " + mbean).strip(), false);
    };
  }

  /** Arguments are told of our own MBeans alone: others may take passwords. */
  private static String operation(
      String mbean, @Nullable String name, Object @Nullable [] arguments) {
    if (arguments == null || arguments.length == 0) {
      return name + "()";
    }
    String told =
        mbean.startsWith(OURS)
            ? SecretWords.hidden(
                Arrays.stream(arguments).map(String::valueOf).collect(Collectors.joining(", ")))
            : "…";
    return "%s(%s)".formatted(name, told);
  }

  private static String names(@Nullable Object given) {
    if (given instanceof Attribute attribute) {
      return attribute.getName();
    }
    if (given instanceof AttributeList list) {
      return list.asList().stream().map(Attribute::getName).collect(Collectors.joining(", "));
    }
    return given instanceof Object[] several
        ? Arrays.stream(several).map(String::valueOf).collect(Collectors.joining(", "))
        : String.valueOf(given);
  }

  AuditEvent ended(Result result, Caller caller, String detail) {
    return new AuditEvent(Kind.ACT, result, caller, what, detail);
  }
}
