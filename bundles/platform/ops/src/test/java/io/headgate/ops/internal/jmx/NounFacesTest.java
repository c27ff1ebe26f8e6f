package io.headgate.ops.internal.jmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.spi.alarm.Alarm;
import io.headgate.spi.noun.NodeNouns;
import io.headgate.spi.noun.Noun;
import io.headgate.spi.noun.NounSource;
import io.headgate.spi.noun.Nouns;
import io.headgate.spi.noun.Rows;
import java.util.List;
import java.util.Map;
import javax.management.MBeanException;
import javax.management.openmbean.ArrayType;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenMBeanAttributeInfo;
import javax.management.openmbean.OpenType;
import org.junit.jupiter.api.Test;

class NounFacesTest {

  private static final Alarm ALARM =
      new Alarm("rules.load", Alarm.Level.CRITICAL, "bad file", 1, 2, "", true);

  private final NounSource source =
      (noun, limit) ->
          noun == NodeNouns.ALARM
              ? NodeNouns.ALARM.rows(List.of(ALARM))
              : new Rows(noun, List.of());

  private final NounFaces.Acts acts =
      new NounFaces.Acts() {
        @Override
        public List<Face.Operation> node() {
          return List.of();
        }

        @Override
        public List<Face.Operation> of(Noun<?> noun) {
          return List.of(
              NounFaces.Acts.texts(
                  "refuse",
                  "Refuses",
                  Map.of("key", "Which"),
                  a -> {
                    throw new IllegalArgumentException("no alarm " + a[0]);
                  }));
        }
      };

  @Test
  void everyNounIsAnOpenBeanWithTheFieldsOfItsDescription() {
    for (Face face : new NounFaces(source, acts).all()) {
      FaceBean bean = new FaceBean(face);
      Noun<?> noun =
          Nouns.all().stream()
              .filter(
                  one ->
                      NounFaces.capital(one.plural()).equals(face.type())
                          || (one == NodeNouns.NODE && face.type().equals("Node")))
              .findFirst()
              .orElseThrow();
      OpenMBeanAttributeInfo attribute =
          (OpenMBeanAttributeInfo) bean.getMBeanInfo().getAttributes()[0];
      OpenType<?> type = attribute.getOpenType();
      CompositeType row =
          (CompositeType) (type instanceof ArrayType<?> array ? array.getElementOpenType() : type);
      assertThat(row.keySet()).containsExactlyInAnyOrderElementsOf(noun.fieldNames());
      noun.fields()
          .forEach(field -> assertThat(row.getDescription(field.name())).contains(field.doc()));
    }
  }

  @Test
  void valuesKeepTheirTypesAndFailuresTravelInClassesThatClientsKnow() throws Exception {
    Face face =
        new NounFaces(source, acts)
            .all().stream().filter(one -> one.type().equals("Alarms")).findFirst().orElseThrow();
    FaceBean bean = new FaceBean(face);
    CompositeData[] alarms = (CompositeData[]) bean.getAttribute("Alarms");
    assertThat(alarms[0].get("count")).isEqualTo(2L);
    assertThat(alarms[0].get("active")).isEqualTo(true);
    assertThatThrownBy(
            () -> bean.invoke("refuse", new Object[] {"x"}, new String[] {String.class.getName()}))
        .isInstanceOf(MBeanException.class)
        .hasMessageContaining("no alarm x");
  }
}
