package io.headgate.rest.internal.access;

import io.headgate.spi.audit.AuditEvent;
import io.headgate.spi.audit.AuditEvent.Caller;
import io.headgate.spi.audit.AuditEvent.Kind;
import io.headgate.spi.audit.AuditEvent.Result;
import io.headgate.spi.audit.AuditTrail;
import java.util.Set;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Writes down what was asked for over HTTP and changed something, or was refused. Orders are not
 * written down again: each decision in the journal says who asked for it.
 */
@Component(service = ActNotes.class)
public final class ActNotes {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final String ORDERS = "/orders";
  private static final int ERROR = 400;
  private static final int FORBIDDEN = 403;

  private final AuditTrail trail;

  @Activate
  public ActNotes(@Reference AuditTrail trail) {
    this.trail = trail;
  }

  /** The guard turned a request away. */
  public void refused(HttpServletRequest request, String why) {
    note(request, Result.REFUSED, why);
  }

  /** A request was answered. */
  public void answered(HttpServletRequest request, int status) {
    if (READING.contains(request.getMethod()) || isOrder(request)) {
      return;
    }
    Result result =
        status < ERROR ? Result.ACCEPTED : status == FORBIDDEN ? Result.REFUSED : Result.FAILED;
    note(request, result, result == Result.ACCEPTED ? "" : "status " + status);
  }

  private static boolean isOrder(HttpServletRequest request) {
    String below = request.getRequestURI().substring(request.getContextPath().length());
    return below.equals(ORDERS) || below.startsWith(ORDERS + "/");
  }

  private void note(HttpServletRequest request, Result result, String detail) {
    Caller caller =
        Login.known(request)
            .map(
                login ->
                    new Caller(
                        login.user(),
                        login.roles().stream().map(Role::word).collect(Collectors.toSet()),
                        "rest",
                        request.getRemoteAddr()))
            .orElseGet(() -> new Caller("nobody", Set.of(), "rest", request.getRemoteAddr()));
    String what = request.getMethod() + ' ' + request.getRequestURI();
    trail.record(new AuditEvent(Kind.ACT, result, caller, what, detail));
  }
}
