package io.headgate.rest.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.rest.internal.problem.Problem;
import io.headgate.rest.internal.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonGrammarTest {

  private static Problem problem(byte[] body) {
    Problem[] problem = new Problem[1];
    assertThatThrownBy(() -> Json.readObject(body))
        .isInstanceOfSatisfying(ProblemException.class, e -> problem[0] = e.problem());
    return problem[0];
  }

  private static String detail(String body) {
    return problem(body.getBytes(StandardCharsets.UTF_8)).detail();
  }

  /** In the bodies {@code ¶} is a line break and {@code '} a double quote. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "[]                | 1 | 1  | the character [                | the { that begins an object",
        "5                 | 1 | 1  | the character 5                | the { that begins an object",
        "{                 | 1 | 2  | its end                        | a field's name in double",
        "{'a':1,}          | 1 | 8  | the character }                | a field's name in double",
        "{a:1}             | 1 | 2  | the character a                | a field's name in double",
        "{'a' 1}           | 1 | 6  | the character 1                | a colon after the name",
        "{'a':}            | 1 | 6  | the character }                | a value: a text in double",
        "{'a':¶ oops}      | 2 | 2  | oops                           | a value: a text in double",
        "{'a':True}        | 1 | 6  | True                           | a value: a text in double",
        "{'a':NaN}         | 1 | 6  | NaN                            | a value: a text in double",
        "{'a':01}          | 1 | 6  | 01                             | a number such as 12, -0.5",
        "{'a':+1}          | 1 | 6  | +1                             | without plus or leading zero",
        "{'a':1 'b':2}     | 1 | 8  | the character '                | a comma before the next field",
        "{'a':[1 2]}       | 1 | 9  | the character 2                | a comma before the next value",
        "{'a':'x¶y'}       | 1 | 8  | a line break                   | the closing double quote",
        "{'a':'x}          | 1 | 9  | its end                        | the closing double quote",
        "{'a':'\\x'}        | 1 | 8  | the character x                | after a backslash",
        "{'a':'\\u12g4'}    | 1 | 11 | the character g                | four of 0 to 9",
        "{'a':1} x         | 1 | 9  | the character x                | nothing more after the one",
        "{}{}              | 1 | 3  | the character {                | nothing more after the one",
        "{'a':1,¶'a':'b'}  | 2 | 1  | the field a again, with 'b'    | each field once",
        "{'a':1,'\\u0061':2} | 1 | 8 | the field a again, with 2     | each field once",
        "{'a':1}\u00e4     | 1 | 8  | the character U+00E4           | nothing more after the one"
      })
  void aFaultIsToldWithPlaceWhatIsThereAndWhatShouldBe(
      String body, int line, int column, String found, String expected) {
    Problem problem =
        problem(body.replace('\'', '"').replace('¶', '\n').getBytes(StandardCharsets.UTF_8));
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.body("/")).containsEntry("line", line).containsEntry("column", column);
    assertThat(problem.detail())
        .contains("line " + line + ", column " + column)
        .contains("there is " + found.replace('\'', '"') + ", expected ")
        .contains(expected)
        .doesNotContain("Source", "REDACTED", "Unexpected", "JsonToken", "fasterxml");
  }

  @Test
  void depthAndLengthHaveTheirBoundsAndTheBoundIsTold() {
    String deepest = "[".repeat(15) + "]".repeat(15);
    assertThatCode(
            () -> Json.readObject(("{\"a\":" + deepest + "}").getBytes(StandardCharsets.UTF_8)))
        .doesNotThrowAnyException();
    assertThat(detail("{\"a\":[" + deepest + "]}")).contains("at most 16 levels", "column 21");
    assertThat(detail("{\"a\":" + "[".repeat(30_000))).contains("at most 16 levels");
    assertThat(detail("{\"a\":" + "1".repeat(1001) + "}"))
        .contains("a number of 1001 digits", "at most 1000");
  }

  @Test
  void bytesThatAreNoUtf8AreToldAndAByteOrderMarkIsNot() {
    assertThat(problem(new byte[] {'{', (byte) 0xc3, '}'}).detail()).contains("no UTF-8");
    assertThat(
            Json.readObject("\uFEFF{\"a\":\"é\"}".getBytes(StandardCharsets.UTF_8))
                .get("a")
                .asText())
        .isEqualTo("é");
  }

  @Test
  void aBodyWithoutAnythingIsAnObjectWithoutFields() {
    assertThat(Json.readObject(new byte[0])).isEmpty();
    assertThat(Json.readObject(" \r\n".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  /** Where the parser refuses a text, a fault is found in it that is not only "cannot be read". */
  @Test
  void whateverTheParserRefusesIsExplained() {
    String good = "{\"a\":[1,-2.5e3,\"x\\u00e9\"],\"b\":{\"c\":null,\"d\":true}}";
    String signs = "{}[],:\"\\ \n0159.eE+-xtu\u00e9\u0001";
    int refused = 0;
    for (long seed = 0; seed < 20_000; seed++) {
      Random random = new Random(seed);
      StringBuilder body = new StringBuilder(good);
      for (int i = random.nextInt(3); i >= 0; i--) {
        body.setCharAt(random.nextInt(body.length()), signs.charAt(random.nextInt(signs.length())));
      }
      try {
        Json.readObject(body.toString().getBytes(StandardCharsets.UTF_8));
      } catch (ProblemException e) {
        refused++;
        assertThat(e.problem().detail())
            .as("seed %d: %s", seed, body)
            .doesNotContain("what cannot be read");
      }
    }
    assertThat(refused).isGreaterThan(10_000);
  }
}
