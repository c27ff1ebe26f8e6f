package io.headgate.rest.internal.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.rest.internal.problem.ProblemException;
import org.junit.jupiter.api.Test;

class PartTest {

  private final Part<String> part = new Part<>("order engine");

  @Test
  void anAbsentPartIsAProblemThatNamesIt() {
    assertThatThrownBy(part::get)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().status()).isEqualTo(503);
              assertThat(e.problem().detail()).contains("order engine");
              assertThat(e.problem().headers()).containsKey("Retry-After");
            });
  }

  @Test
  void theLatestToComeServesAndTheDepartureOfItsPredecessorDoesNotMatter() {
    part.came("old");
    part.came("new");
    part.went("old");
    assertThat(part.get()).isEqualTo("new");
    part.went("new");
    assertThat(part.orNull()).isNull();
  }
}
