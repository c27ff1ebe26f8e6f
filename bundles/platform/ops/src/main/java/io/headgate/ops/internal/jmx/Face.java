package io.headgate.ops.internal.jmx;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.management.openmbean.OpenType;

/**
 * What one MBean shows and does.
 *
 * @param type the {@code type} in its name
 * @param doc what it is
 * @param attributes what can be read
 * @param operations what can be done
 */
record Face(String type, String doc, List<Attribute> attributes, List<Operation> operations) {

  /**
   * Something to read.
   *
   * @param name with a capital
   * @param doc what it says
   * @param type how
   * @param value reads it
   */
  record Attribute(String name, String doc, OpenType<?> type, Supplier<Object> value) {}

  /**
   * Something to do.
   *
   * @param name of the operation
   * @param doc what it does
   * @param parameters what it needs
   * @param returns what it answers
   * @param act does it
   */
  record Operation(
      String name,
      String doc,
      List<Parameter> parameters,
      OpenType<?> returns,
      Function<Object[], Object> act) {}

  /**
   * What an operation needs.
   *
   * @param name of the parameter
   * @param doc what it says
   * @param type how
   */
  record Parameter(String name, String doc, OpenType<?> type) {}
}
