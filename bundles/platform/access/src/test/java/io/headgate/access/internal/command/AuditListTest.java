package io.headgate.access.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuditListTest {

  @Test
  void whatIsTooLongKeepsItsBeginningAndItsVerb() {
    String act = "POST /api/v1/rules/candidates/" + "ab".repeat(32) + "/activate";
    assertThat(AuditList.cut(act))
        .startsWith("POST /api/v1/rules/candidates/")
        .contains("…")
        .endsWith("/activate")
        .hasSize(61);
    assertThat(AuditList.cut("rule:activate ab12cd 'reviewed'"))
        .isEqualTo("rule:activate ab12cd 'reviewed'");
  }
}
