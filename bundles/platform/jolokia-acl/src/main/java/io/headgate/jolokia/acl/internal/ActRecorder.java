package io.headgate.jolokia.acl.internal;

import io.headgate.spi.audit.AuditEvent;
import io.headgate.spi.audit.AuditEvent.Caller;
import io.headgate.spi.audit.AuditEvent.Kind;
import io.headgate.spi.audit.AuditEvent.Result;
import io.headgate.spi.audit.AuditTrail;
import java.security.AccessController;
import java.util.Set;
import java.util.TreeSet;
import javax.management.ObjectName;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Writes down who asked for which act. Jolokia asks before it acts and tells nobody how it ended,
 * so ACCEPTED means here: let through.
 */
@Component(service = ActRecorder.class)
public final class ActRecorder {

  private static final String READING = "(get|is|list|find|show|can).*";

  private final AuditTrail trail;

  @Activate
  public ActRecorder(@Reference AuditTrail trail) {
    this.trail = trail;
  }

  void read(ObjectName mbean, String attribute, boolean allowed) {
    if (!allowed) {
      note(mbean + " read " + attribute, false);
    }
  }

  void write(ObjectName mbean, String attribute, boolean allowed) {
    note(mbean + " write " + attribute, allowed);
  }

  void invoke(ObjectName mbean, String operation, boolean allowed) {
    if (!allowed || !operation.matches(READING)) {
      note(mbean + " " + operation, allowed);
    }
  }

  @SuppressWarnings("removal")
  private void note(String what, boolean allowed) {
    Subject subject = Subject.getSubject(AccessController.getContext());
    if (subject == null) {
      return;
    }
    String user = "nobody";
    for (UserPrincipal principal : subject.getPrincipals(UserPrincipal.class)) {
      user = principal.getName();
    }
    String source = "unknown";
    for (ClientPrincipal client : subject.getPrincipals(ClientPrincipal.class)) {
      source = client.getAddress();
    }
    Set<String> roles = new TreeSet<>();
    for (RolePrincipal role : subject.getPrincipals(RolePrincipal.class)) {
      roles.add(role.getName());
    }
    trail.record(
        new AuditEvent(
            Kind.ACT,
            allowed ? Result.ACCEPTED : Result.REFUSED,
            new Caller(user, roles, "jolokia", source),
            what,
            allowed ? "let through" : "the role does not allow it, or it is not there"));
  }
}
