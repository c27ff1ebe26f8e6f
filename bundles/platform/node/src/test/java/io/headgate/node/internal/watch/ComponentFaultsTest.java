package io.headgate.node.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComponentFaultsTest {

  @Test
  void theInnermostCauseIsWhatAPersonCanActOn() {
    assertThat(
            ComponentFaults.rootMessage(
                """
                java.lang.reflect.InvocationTargetException
                \tat a.b.C.d(C.java:1)
                Caused by: java.lang.IllegalArgumentException: etc/x.cfg: fast is 0, expected 1 to 9
                \tat a.b.C.e(C.java:2)
                \t... 3 more
                """))
        .isEqualTo("etc/x.cfg: fast is 0, expected 1 to 9");
    assertThat(ComponentFaults.rootMessage("java.io.IOException: disk full\n\tat a.b.C.d(C.java)"))
        .isEqualTo("disk full");
    assertThat(ComponentFaults.rootMessage("null")).isEqualTo("null");
  }
}
