package io.headgate.jolokia.acl.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.audit.AuditEvent;
import io.headgate.spi.audit.AuditEvent.Result;
import io.headgate.spi.audit.AuditRecord;
import io.headgate.spi.audit.AuditTrail;
import java.security.PrivilegedAction;
import java.util.ArrayList;
import java.util.List;
import javax.management.InstanceNotFoundException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AclRestrictorTest {

  /** What the tests look at. */
  public interface LampMBean {
    boolean isLit();

    int getWatts();

    void setWatts(int watts);

    void smash();

    void smash(String with);
  }

  private static final class Lamp implements LampMBean {
    @Override
    public boolean isLit() {
      return true;
    }

    @Override
    public int getWatts() {
      return 1;
    }

    @Override
    public void setWatts(int watts) {}

    @Override
    public void smash() {}

    @Override
    public void smash(String with) {}
  }

  private final MBeanServer server = MBeanServerFactory.newMBeanServer();
  private final List<String> refused = new ArrayList<>();
  private final List<AuditEvent> noted = new ArrayList<>();
  private final ActRecorder acts =
      new ActRecorder(
          new AuditTrail() {
            @Override
            public void record(AuditEvent event) {
              noted.add(event);
            }

            @Override
            public List<AuditRecord> latest(int limit) {
              return List.of();
            }
          });
  private final AclRestrictor restrictor =
      new AclRestrictor(
          server,
          (mbean, operation, signature) ->
              !refused.contains(operation + "(" + String.join(",", signature) + ")"),
          acts);
  private ObjectName lamp;

  @BeforeEach
  void hang() throws Exception {
    lamp = new ObjectName("test:type=Lamp");
    server.registerMBean(new javax.management.StandardMBean(new Lamp(), LampMBean.class), lamp);
  }

  @Test
  void attributesAreReadAndWrittenThroughTheirAccessors() {
    assertThat(restrictor.isAttributeReadAllowed(lamp, "Lit")).isTrue();
    assertThat(restrictor.isAttributeWriteAllowed(lamp, "Watts")).isTrue();

    refused.addAll(List.of("isLit()", "setWatts(int)"));

    assertThat(restrictor.isAttributeReadAllowed(lamp, "Lit")).isFalse();
    assertThat(restrictor.isAttributeReadAllowed(lamp, "Watts")).isTrue();
    assertThat(restrictor.isAttributeWriteAllowed(lamp, "Watts")).isFalse();
  }

  @Test
  void anOperationWithoutItsTypesNeedsAllOfThatName() {
    refused.add("smash(java.lang.String)");

    assertThat(restrictor.isOperationAllowed(lamp, "smash")).isFalse();
    assertThat(restrictor.isOperationAllowed(lamp, "smash()")).isTrue();
    assertThat(restrictor.isOperationAllowed(lamp, "smash(java.lang.String)")).isFalse();
  }

  @Test
  void whatIsNotThereIsRefused() throws Exception {
    assertThat(restrictor.isOperationAllowed(lamp, "paint")).isFalse();
    assertThat(restrictor.isAttributeReadAllowed(lamp, "Colour")).isFalse();
    assertThat(restrictor.isOperationAllowed(new ObjectName("test:type=Void"), "smash()"))
        .isFalse();
  }

  @Test
  void anAccessListThatCannotBeReadRefuses() {
    AclRestrictor broken =
        new AclRestrictor(
            server,
            (mbean, operation, signature) -> {
              throw new InstanceNotFoundException("gone");
            },
            acts);

    assertThat(broken.isOperationAllowed(lamp, "smash()")).isFalse();
    assertThat(broken.isAttributeReadAllowed(lamp, "Watts")).isFalse();
  }

  @Test
  @SuppressWarnings("removal")
  void actsAndRefusalsAreNotedAndReadingIsNot() {
    refused.add("smash(java.lang.String)");
    Subject vera = new Subject();
    vera.getPrincipals().add(new UserPrincipal("vera"));
    vera.getPrincipals().add(new ClientPrincipal("jolokia", "127.0.0.1"));

    Subject.doAs(
        vera,
        (PrivilegedAction<List<Boolean>>)
            () ->
                List.of(
                    restrictor.isAttributeReadAllowed(lamp, "Watts"),
                    restrictor.isOperationAllowed(lamp, "smash()"),
                    restrictor.isOperationAllowed(lamp, "smash(java.lang.String)")));

    assertThat(noted)
        .extracting(AuditEvent::result)
        .containsExactly(Result.ACCEPTED, Result.REFUSED);
    assertThat(noted)
        .allSatisfy(event -> assertThat(event.caller().user()).isEqualTo("vera"))
        .allSatisfy(event -> assertThat(event.caller().source()).isEqualTo("127.0.0.1"));
  }

  @ParameterizedTest
  @CsvSource({
    ",true",
    "http://127.0.0.1:8181/console,true",
    "http://localhost,true",
    "http://evil.example,false",
    "http://127.0.0.1.evil.example,false",
    "null,false",
    "http://%%,false"
  })
  void onlyPagesOfThisMachineMayAsk(String origin, boolean expected) {
    assertThat(restrictor.isOriginAllowed(origin, true)).isEqualTo(expected);
    assertThat(restrictor.isOriginAllowed(origin, false)).isEqualTo(expected);
  }
}
