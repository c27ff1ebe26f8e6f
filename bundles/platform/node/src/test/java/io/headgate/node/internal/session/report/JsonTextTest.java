package io.headgate.node.internal.session.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonTextTest {

  @Test
  void writesEveryKindOfValueOnOneLine() {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("text", "a\"b\\c\nd\te\rf\u0001ü€");
    object.put("number", 12L);
    object.put("decimal", new BigDecimal("1E+3"));
    object.put("double", 1.5);
    object.put("yes", true);
    object.put("nothing", null);
    object.put("list", List.of(1, List.of(), Map.of()));

    assertThat(JsonText.of(object))
        .isEqualTo(
            "{\"text\":\"a\\\"b\\\\c\\nd\\te\\rf\\u0001ü€\",\"number\":12,\"decimal\":1000,"
                + "\"double\":1.5,\"yes\":true,\"nothing\":null,\"list\":[1,[],{}]}");
  }

  @Test
  void refusesWhatJsonCannotSay() {
    assertThatIllegalArgumentException().isThrownBy(() -> JsonText.of(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> JsonText.of(Double.NEGATIVE_INFINITY));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonText.of(new ArrayList<>().iterator()));
  }
}
