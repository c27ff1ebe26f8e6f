package io.headgate.deployer.internal.jar;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.deployer.internal.jar.ManifestHeader.Clause;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManifestHeaderTest {

  @Test
  void clausesPartsAndQuotesAreKeptApart() {
    List<Clause> clauses =
        ManifestHeader.parse(
            "a.b;c.d;version=\"[1.0,2)\";resolution:=optional , e.f; x = \"y;z,=\" ,g");

    assertThat(clauses).hasSize(3);
    assertThat(clauses.get(0).names()).containsExactly("a.b", "c.d");
    assertThat(clauses.get(0).parameter("version", "0")).isEqualTo("[1.0,2)");
    assertThat(clauses.get(0).parameter("resolution:", "")).isEqualTo("optional");
    assertThat(clauses.get(1).names()).containsExactly("e.f");
    assertThat(clauses.get(1).parameter("x", "")).isEqualTo("y;z,=");
    assertThat(clauses.get(2).names()).containsExactly("g");
    assertThat(clauses.get(2).parameter("version", "0")).isEqualTo("0");
  }

  @Test
  void nothingGivesNothing() {
    assertThat(ManifestHeader.parse(null)).isEmpty();
    assertThat(ManifestHeader.parse(" , ;, ")).allMatch(clause -> clause.names().isEmpty());
  }
}
