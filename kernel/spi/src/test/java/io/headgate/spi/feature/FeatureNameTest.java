package io.headgate.spi.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureNameTest {

  @Test
  void namesAreReadWithTheirParameters() {
    assertThat(FeatureName.parse("spread")).isEqualTo(new FeatureName("spread", List.of()));
    assertThat(FeatureName.parse(" sma( 50 ) ")).isEqualTo(new FeatureName("sma", List.of(50)));
    assertThat(FeatureName.parse("macd(12, 26)").toString()).isEqualTo("macd(12,26)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Sma(5)",
        "sma(",
        "sma()",
        "sma(-1)",
        "sma(5",
        "sma(1.5)",
        "5",
        "a b",
        "sma(5)x"
      })
  void whatIsNoNameIsRefused(String text) {
    assertThatThrownBy(() -> FeatureName.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text)
        .hasMessageContaining("sma(50)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sma(0)", "sma(1000001)"})
  void parametersHaveARange(String text) {
    assertThatThrownBy(() -> FeatureName.parse(text)).hasMessageContaining("1 to 1000000");
  }

  @Test
  void listsSplitOutsideParentheses() {
    assertThat(FeatureName.parseList("return(1), macd(12,26),spread"))
        .extracting(FeatureName::toString)
        .containsExactly("return(1)", "macd(12,26)", "spread");
    assertThatThrownBy(() -> FeatureName.parseList("spread,spread")).hasMessageContaining("twice");
    assertThatThrownBy(() -> FeatureName.parseList("spread,")).isInstanceOf(RuntimeException.class);
  }
}
