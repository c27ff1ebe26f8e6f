package io.headgate.access.internal.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.access.internal.login.AccessSettings;
import io.headgate.access.internal.login.Pace;
import io.headgate.access.internal.login.Visit;
import io.headgate.spi.audit.AuditEvent;
import io.headgate.spi.audit.AuditEvent.Result;
import io.headgate.spi.audit.AuditRecord;
import io.headgate.spi.audit.AuditTrail;
import java.lang.reflect.Proxy;
import java.security.PrivilegedAction;
import java.security.PrivilegedExceptionAction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.Attribute;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.Query;
import javax.management.StandardMBean;
import javax.management.remote.MBeanServerForwarder;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MBeanActsTest {

  /** What the tests look at. */
  public interface BellMBean {
    int getVolume();

    void setVolume(int volume);

    String ring(String why);

    List<String> listRings();
  }

  private static final class Bell implements BellMBean {
    @Override
    public int getVolume() {
      return 7;
    }

    @Override
    public void setVolume(int volume) {}

    @Override
    public String ring(String why) {
      if (why.isEmpty()) {
        throw new IllegalArgumentException("say why");
      }
      return "rung";
    }

    @Override
    public List<String> listRings() {
      return List.of();
    }
  }

  private final List<AuditEvent> noted = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();
  private final MBeanServer target = MBeanServerFactory.newMBeanServer();
  private final MBeanServerForwarder door = door();
  private ObjectName bell;

  private MBeanServerForwarder door() {
    AuditTrail trail =
        new AuditTrail() {
          @Override
          public void record(AuditEvent event) {
            noted.add(event);
          }

          @Override
          public List<AuditRecord> latest(int limit) {
            return List.of();
          }
        };
    return (MBeanServerForwarder)
        Proxy.newProxyInstance(
            MBeanActsTest.class.getClassLoader(),
            new Class<?>[] {MBeanServerForwarder.class},
            new MBeanActs(
                trail,
                () -> new AccessSettings.Values(new Pace(5, 1000, 15_000), 30, 1, 2),
                nanos::get));
  }

  @BeforeEach
  void hang() throws Exception {
    bell = new ObjectName("io.headgate:type=Bell");
    target.registerMBean(new StandardMBean(new Bell(), BellMBean.class), bell);
    door.setMBeanServer(target);
  }

  private static Subject subject(String user, String role) {
    Subject subject = new Subject();
    subject.getPrincipals().add(new UserPrincipal(user));
    subject.getPrincipals().add(new RolePrincipal(role));
    subject.getPrincipals().add(new ClientPrincipal("jmx", "127.0.0.1"));
    return subject;
  }

  @SuppressWarnings("removal")
  private static <T> T as(String user, String role, PrivilegedExceptionAction<T> act)
      throws Exception {
    try {
      return Subject.doAs(subject(user, role), act);
    } catch (java.security.PrivilegedActionException e) {
      throw e.getException();
    }
  }

  @Test
  void nobodyButAnAdminMakesOrRemovesMBeans() throws Exception {
    ObjectName mlet = new ObjectName("x:type=MLet");
    for (String role : List.of("viewer", "officer", "operator")) {
      assertThatThrownBy(
              () -> as("vera", role, () -> door.createMBean("javax.management.loading.MLet", mlet)))
          .isInstanceOf(SecurityException.class)
          .hasMessageContaining("admins alone");
      assertThatThrownBy(
              () ->
                  as(
                      "vera",
                      role,
                      () -> {
                        door.unregisterMBean(bell);
                        return null;
                      }))
          .isInstanceOf(SecurityException.class);
    }
    assertThat(target.isRegistered(bell)).isTrue();
    assertThat(noted).extracting(AuditEvent::result).containsOnly(Result.REFUSED).hasSize(6);

    as("anna", "admin", () -> door.createMBean("javax.management.timer.Timer", mlet));
    assertThat(target.isRegistered(mlet)).isTrue();
  }

  @Test
  void aValueCannotBeGuessedByAskingWhoHasIt() throws Exception {
    assertThatThrownBy(
            () ->
                as(
                    "vera",
                    "viewer",
                    () ->
                        door.queryNames(
                            new ObjectName("*:*"), Query.gt(Query.attr("Volume"), Query.value(5)))))
        .isInstanceOf(SecurityException.class);
    assertThat(as("vera", "viewer", () -> door.queryNames(new ObjectName("io.headgate:*"), null)))
        .containsExactly(bell);
  }

  @Test
  void actsAreNotedWithArgumentsAndResultAndReadingIsNot() throws Exception {
    String[] text = {String.class.getName()};
    as("otto", "operator", () -> door.invoke(bell, "ring", new Object[] {"lunch"}, text));
    assertThatThrownBy(
            () -> as("otto", "operator", () -> door.invoke(bell, "ring", new Object[] {""}, text)))
        .isInstanceOf(Exception.class);
    as(
        "otto",
        "operator",
        () -> {
          door.setAttribute(bell, new Attribute("Volume", 9));
          return null;
        });
    as("otto", "operator", () -> door.getAttribute(bell, "Volume"));
    as("otto", "operator", () -> door.invoke(bell, "listRings", new Object[0], new String[0]));

    assertThat(noted)
        .extracting(AuditEvent::what)
        .containsExactly(
            "io.headgate:type=Bell ring(lunch)",
            "io.headgate:type=Bell ring()",
            "io.headgate:type=Bell write Volume");
    assertThat(noted)
        .extracting(AuditEvent::result)
        .containsExactly(Result.ACCEPTED, Result.FAILED, Result.ACCEPTED);
  }

  @Test
  @SuppressWarnings("removal")
  void aSilentSessionEndsAndStaysEnded() {
    Subject otto = subject("otto", "operator");
    otto.getPublicCredentials().add(new Visit(false, 0));
    PrivilegedAction<Boolean> look = () -> door.isRegistered(bell);

    nanos.set(TimeUnit.MINUTES.toNanos(30));
    assertThat(Subject.doAs(otto, look)).isTrue();
    nanos.addAndGet(TimeUnit.MINUTES.toNanos(30) + 1);
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> Subject.doAs(otto, look))
          .isInstanceOf(SecurityException.class)
          .hasMessageContaining("ended after 30 minutes");
    }
    assertThat(noted).extracting(AuditEvent::kind).containsOnly(AuditEvent.Kind.SESSION);
  }

  @Test
  void withoutALoginNothingIsTouched() {
    assertThatThrownBy(() -> door.getAttribute(bell, "Volume"))
        .isInstanceOf(SecurityException.class);
    assertThatThrownBy(() -> door.queryNames(null, null)).isInstanceOf(SecurityException.class);
  }

  @Test
  void theConnectorCanAskForTheServerBehind() {
    assertThat(door.getMBeanServer()).isSameAs(target);
    assertThat(door.equals(door)).isTrue();
    assertThat(door.getDefaultDomain()).isNotEmpty();
  }
}
