package io.headgate.routes.camel.internal.endpoint;

import io.headgate.model.number.Fixed;
import java.io.IOException;
import java.io.Writer;
import org.apache.camel.util.json.Jsonable;

/** A number that is written as it is, without quotes and without an exponent. */
record Plain(String digits) implements Jsonable {

  static Plain amount(long scaled) {
    return new Plain(Fixed.formatAmount(scaled));
  }

  @Override
  public String toJson() {
    return digits;
  }

  @Override
  public void toJson(Writer writer) throws IOException {
    writer.write(digits);
  }

  @Override
  public String toString() {
    return digits;
  }
}
