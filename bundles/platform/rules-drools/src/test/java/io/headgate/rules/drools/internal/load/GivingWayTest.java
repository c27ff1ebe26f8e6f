package io.headgate.rules.drools.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.rules.drools.internal.Rules;
import io.headgate.spi.rules.RuleSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The set that serves while the limits of the next are let serve. */
class GivingWayTest extends RuleStoreStage {

  private Runnable limits = () -> {};

  private final class Switching implements Admission {
    @Override
    public boolean takesLimits() {
      return false;
    }

    @Override
    public @Nullable SetFiles first(String folderHash, String limitsHash) {
      return null;
    }

    @Override
    public boolean admits(SetFiles files) {
      return true;
    }

    @Override
    public Runnable limits(SetFiles files) {
      return () -> limits.run();
    }

    @Override
    public void serves(SetFiles files) {
      // Nobody keeps a history.
    }
  }

  @Override
  Admission admission() {
    return new Switching();
  }

  @Test
  void itGivesWayFromBeforeTheLimitsAreReplacedUntilTheOtherServes() throws IOException {
    store.apply();
    RuleSet before = Objects.requireNonNull(store.current());
    assertThat(before.isGivingWay()).isFalse();
    List<Boolean> seen = new ArrayList<>();
    limits = () -> seen.add(store.current() == before && before.isGivingWay());
    folder.write("more.drl", Rules.text("more", "quantity > 900"));
    pollTwice();
    assertThat(seen).containsExactly(true);
    assertThat(Objects.requireNonNull(store.current()).isGivingWay()).isFalse();
  }

  @Test
  void itServesOnWhereTheLimitsCannot() throws IOException {
    store.apply();
    RuleSet before = Objects.requireNonNull(store.current());
    limits =
        () -> {
          throw new IllegalStateException("limits are away");
        };
    folder.write("more.drl", Rules.text("more", "quantity > 900"));
    pollTwice();
    assertThat(store.current()).isSameAs(before);
    assertThat(before.isGivingWay()).isFalse();
    assertThat(store.status().faults()).singleElement().asString().contains("limits are away");
  }
}
