package io.headgate.ops.internal.support;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the process says about itself. */
final class ProcessText {

  private ProcessText() {}

  /** Machine, Java and what it was started with. */
  static String about() {
    Runtime runtime = Runtime.getRuntime();
    StringBuilder text = new StringBuilder();
    for (String key :
        new String[] {
          "os.name", "os.version", "os.arch", "java.version", "java.vendor", "karaf.version"
        }) {
      text.append(key).append(": ").append(System.getProperty(key)).append('\n');
    }
    text.append("processors: ").append(runtime.availableProcessors()).append('\n');
    text.append("heap bytes used: ")
        .append(runtime.totalMemory() - runtime.freeMemory())
        .append(" of ")
        .append(runtime.maxMemory())
        .append('\n');
    return text.toString();
  }

  /** Arguments of the process and its system properties, a line each. */
  static String settings() {
    StringBuilder text = new StringBuilder();
    ManagementFactory.getRuntimeMXBean()
        .getInputArguments()
        .forEach(argument -> text.append(argument).append('\n'));
    text.append('\n');
    Map<String, String> properties = new TreeMap<>();
    System.getProperties()
        .forEach((key, value) -> properties.put(String.valueOf(key), String.valueOf(value)));
    properties.forEach(
        (key, value) ->
            text.append(key).append(" = ").append(value.replace("\n", "\\n")).append('\n'));
    return text.toString();
  }

  /** Every thread with its stack. */
  static String threads() {
    StringBuilder text = new StringBuilder();
    Stream.of(ManagementFactory.getThreadMXBean().dumpAllThreads(true, true))
        .sorted(Comparator.comparing(ThreadInfo::getThreadName))
        .forEach(
            thread -> {
              text.append('"').append(thread.getThreadName()).append("\" ");
              text.append(thread.getThreadState());
              if (thread.getLockName() != null) {
                text.append(" on ").append(thread.getLockName());
              }
              text.append('\n');
              for (StackTraceElement frame : thread.getStackTrace()) {
                text.append("    at ").append(frame).append('\n');
              }
            });
    return text.toString();
  }
}
