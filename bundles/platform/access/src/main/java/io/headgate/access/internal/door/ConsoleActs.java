package io.headgate.access.internal.door;

import io.headgate.access.internal.login.Visit;
import io.headgate.access.internal.login.Visitor;
import io.headgate.spi.audit.AuditEvent;
import io.headgate.spi.audit.AuditEvent.Caller;
import io.headgate.spi.audit.AuditEvent.Kind;
import io.headgate.spi.audit.AuditEvent.Result;
import io.headgate.spi.audit.AuditTrail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.security.auth.Subject;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.CommandSessionListener;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes down each line that is run on the console, with who ran it and how it ended. */
@Component(service = CommandSessionListener.class, immediate = true)
public final class ConsoleActs implements CommandSessionListener {

  private final AuditTrail trail;
  private final String initScript;

  @Activate
  public ConsoleActs(@Reference AuditTrail trail, BundleContext context) {
    this(trail, initScript(Path.of(String.valueOf(context.getProperty("karaf.etc")))));
  }

  ConsoleActs(AuditTrail trail, String initScript) {
    this.trail = trail;
    this.initScript = bare(initScript);
  }

  /** What each session runs by itself before its owner types anything. */
  private static String initScript(Path etc) {
    try {
      return Files.readString(etc.resolve("shell.init.script"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public void beforeExecute(CommandSession session, CharSequence line) {
    Subject subject = Visitor.subject();
    Visit visit = subject == null ? null : Visit.of(subject);
    if (subject != null && visit != null && visit.firstActByKey()) {
      trail.record(new AuditEvent(Kind.LOGIN, Result.ACCEPTED, Visitor.of(subject), "key", ""));
    }
  }

  @Override
  public void afterExecute(CommandSession session, CharSequence line, Exception exception) {
    note(line, exception);
  }

  @Override
  public void afterExecute(CommandSession session, CharSequence line, Object result) {
    note(line, null);
  }

  private void note(CharSequence typed, @Nullable Exception exception) {
    String line = typed.toString().strip();
    Subject subject = Visitor.subject();
    if (line.isEmpty() || bare(line).equals(initScript) || subject == null) {
      return;
    }
    Caller caller = Visitor.of(subject);
    trail.record(
        new AuditEvent(
            Kind.ACT, resultOf(exception), caller, SecretWords.hidden(line), detail(exception)));
  }

  /** What is left when the parser's own blanks and separators do not count. */
  private static String bare(String script) {
    return script.replaceAll("[\\s;]+", "");
  }

  private static Result resultOf(@Nullable Exception exception) {
    if (exception == null) {
      return Result.ACCEPTED;
    }
    return exception instanceof SecurityException || isNotFound(exception)
        ? Result.REFUSED
        : Result.FAILED;
  }

  /** The console says of a command that a role may not see that it is not there. */
  private static boolean isNotFound(Exception exception) {
    return exception.getClass().getSimpleName().equals("CommandNotFoundException");
  }

  private static String detail(@Nullable Exception exception) {
    if (exception == null) {
      return "";
    }
    if (isNotFound(exception)) {
      return "not allowed, or there is no such command";
    }
    return SecretWords.hidden(String.valueOf(exception.getMessage()));
  }
}
