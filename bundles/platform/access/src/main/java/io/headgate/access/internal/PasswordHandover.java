package io.headgate.access.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one moment in which a new password is seen by a person. It is never logged. */
interface PasswordHandover {

  /**
   * Shows the password.
   *
   * @param user whose it is
   * @param password the password
   * @param file where its hash is kept, and what to edit for another
   */
  void show(String user, String password, Path file);

  /**
   * The terminal of this process, or the named pipe on which the script that started it in the
   * background waits: a plain file would keep the password.
   */
  static PasswordHandover to(@Nullable String pipe) {
    return pipe == null || pipe.isBlank() ? onto(System.out) : through(Path.of(pipe));
  }

  static PasswordHandover onto(PrintStream terminal) {
    return (user, password, file) -> {
      terminal.print(text(user, password, file));
      terminal.flush();
    };
  }

  private static PasswordHandover through(Path pipe) {
    Logger log = LoggerFactory.getLogger(PasswordHandover.class);
    return (user, password, file) -> {
      if (!Files.exists(pipe) || Files.isRegularFile(pipe)) {
        log.warn("{} is no pipe; take the line of {} out of {} and start again", pipe, user, file);
        return;
      }
      // Opening a pipe waits for its reader, and the node must not wait for anybody.
      Thread writer =
          new Thread(
              () -> {
                try (OutputStream out = Files.newOutputStream(pipe, StandardOpenOption.WRITE)) {
                  out.write(text(user, password, file).getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              },
              "first-login");
      writer.setDaemon(true);
      writer.start();
    };
  }

  private static String text(String user, String password, Path file) {
    return String.format(
        "%n  First start: user %s, password %s%n"
            + "  It is shown this once; only its hash is kept, in %s%n%n",
        user, password, file);
  }
}
