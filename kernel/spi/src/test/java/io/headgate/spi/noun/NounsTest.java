package io.headgate.spi.noun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.monitor.Metric;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NounsTest {

  static List<Noun<?>> nouns() {
    return Nouns.all();
  }

  @ParameterizedTest
  @MethodSource("nouns")
  void everyNounAndFieldIsNamedOnceAndDescribed(Noun<?> noun) {
    assertThat(noun.name()).matches("[a-z][a-zA-Z]*");
    assertThat(noun.plural()).matches("[a-z][a-zA-Z]*");
    assertThat(noun.doc()).isNotBlank();
    Set<String> names = new HashSet<>();
    for (Field<?> field : noun.fields()) {
      assertThat(field.name()).matches("[a-z][a-zA-Z0-9]*");
      assertThat(names.add(field.name())).as(noun.name() + " has one " + field.name()).isTrue();
      assertThat(field.doc()).as(noun.name() + "." + field.name()).isNotBlank();
      boolean nested = field.type() == Field.Type.ROW || field.type() == Field.Type.ROWS;
      assertThat(field.of() != null).isEqualTo(nested);
    }
    assertThat(noun.fields().stream().anyMatch(Field::column))
        .as("a table of %s shows something", noun.plural())
        .isTrue();
  }

  @Test
  void everyNounHasANameOfItsOwn() {
    assertThat(Nouns.all().stream().map(Noun::name)).doesNotHaveDuplicates();
    assertThat(Nouns.all().stream().map(Noun::plural)).doesNotHaveDuplicates();
  }

  @Test
  void textsAreEscapedAndMomentsAreIso() {
    Alarm alarm =
        new Alarm(
            "a\"b\\c\u0001\n",
            Alarm.Level.WARNING,
            "\ud83d\ude00 \ud800",
            1_000_000_001L,
            2,
            "",
            true);
    assertThat(NounJson.object(NodeNouns.ALARM.row(alarm)))
        .isEqualTo(
            "{\"key\":\"a\\\"b\\\\c\\u0001\\n\",\"level\":\"WARNING\",\"text\":\"\ud83d\ude00"
                + " \\ud800\",\"raised\":\"1970-01-01T00:00:01.000000001Z\",\"count\":2,"
                + "\"acknowledgedBy\":\"\",\"active\":true}");
  }

  @Test
  void whatIsNoNumberAndWhatDoesNotApplyIsNull() {
    assertThat(NounJson.array(NodeNouns.METRIC.rows(List.of(new Metric("m", "", Double.NaN)))))
        .isEqualTo("[{\"name\":\"m\",\"labels\":\"\",\"value\":null}]");
    Alarm never = new Alarm("k", Alarm.Level.WARNING, "", 0, 1, "", true);
    assertThat(NodeNouns.ALARM.row(never).get("raised")).isNull();
  }

  @Test
  void aFieldThatIsNotThereIsNamedWithThoseThatAre() {
    Alarm alarm = new Alarm("k", Alarm.Level.WARNING, "", 0, 1, "", true);
    assertThatThrownBy(() -> NodeNouns.ALARM.row(alarm).get("colour"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("colour")
        .hasMessageContaining("acknowledgedBy");
  }

  @Test
  void fieldsOfOneNounOrOfAllCanBeListed() {
    assertThat(Nouns.fields("alarm").rows()).hasSize(NodeNouns.ALARM.fields().size());
    assertThat(Nouns.fields("").rows().size()).isGreaterThan(150);
    assertThatThrownBy(() -> Nouns.fields("cow")).hasMessageContaining("order, decision");
  }
}
