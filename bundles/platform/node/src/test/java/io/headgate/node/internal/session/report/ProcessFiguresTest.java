package io.headgate.node.internal.session.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessFiguresTest {

  @Test
  void readsTheResidentMemory() {
    assertThat(
            ProcessFigures.parseRss(
                List.of(
                    "Name:\tjava", "VmHWM:\t  999999 kB", "VmRSS:\t  524288 kB", "Threads:\t3")))
        .isEqualTo(512);
    assertThat(ProcessFigures.parseRss(List.of("Name:\tjava"))).isNull();
  }

  @Test
  void theScriptThatStartedTheProcessKnowsBest() {
    assertThat(ProcessFigures.startMillis("1700000000000")).isEqualTo(1_700_000_000_000L);
    long own = ProcessFigures.startMillis(null);
    assertThat(own).isBetween(1_600_000_000_000L, System.currentTimeMillis());
    assertThat(ProcessFigures.startMillis("later")).isEqualTo(own);
  }
}
