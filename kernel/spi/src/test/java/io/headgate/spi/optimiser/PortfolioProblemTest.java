package io.headgate.spi.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.model.instrument.InstrumentId;
import io.headgate.spi.optimiser.PortfolioProblem.Asset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortfolioProblemTest {

  private static final Asset ACME = new Asset(InstrumentId.parse("ACME.SIM"), 0.01, 0, 1);

  @Test
  void anObservationNeedsAReturnForEachAsset() {
    assertThatThrownBy(
            () -> new PortfolioProblem(List.of(ACME), List.of(List.of(0.1), List.of(0.1, 0.2))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("observation 1");
  }

  @Test
  void itDoesNotChangeWithTheListsItWasMadeOf() {
    List<Double> observation = new ArrayList<>(List.of(0.1));
    List<List<Double>> returns = new ArrayList<>(List.of(observation));
    PortfolioProblem problem = new PortfolioProblem(List.of(ACME), returns);

    observation.set(0, 9.9);
    returns.clear();

    assertThat(problem.returns()).containsExactly(List.of(0.1));
  }
}
