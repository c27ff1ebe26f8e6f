package io.headgate.access.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the first user of a node that has none: {@code admin}, with a random password and a key for
 * the console client.
 *
 * <p>The password is shown once, to whoever started the node, and kept as a hash alone. Until this
 * has run nobody can log in; if it fails, nobody can either.
 */
@Component(
    service = {},
    immediate = true)
public final class FirstUser {

  static final String NAME = "admin";

  private static final Logger LOG = LoggerFactory.getLogger(FirstUser.class);
  private static final String GROUP = "_g_:admins";
  // Without characters that are easily taken for another: 32 of them, so 5 bits each.
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789-";
  private static final int PASSWORD_CHARS = 24;

  private final LoginFiles files;
  private final PasswordHandover handover;

  /** Works aside: a good hash takes its time, and the node has other things to do meanwhile. */
  @Activate
  public FirstUser(BundleContext context) {
    this(
        new LoginFiles(Path.of(property(context, "karaf.etc"))),
        PasswordHandover.to(context.getProperty("headgate.first.login")));
    Thread thread = new Thread(this::makeOrSay, "first-user");
    thread.setDaemon(true);
    thread.start();
  }

  FirstUser(LoginFiles files, PasswordHandover handover) {
    this.files = files;
    this.handover = handover;
  }

  private void makeOrSay() {
    try {
      make();
    } catch (UncheckedIOException e) {
      LOG.error("{}", e.getMessage(), e.getCause());
    }
  }

  void make() {
    try {
      if (!LoginFiles.namesAnybody(files.keys())) {
        ClientKey key = ClientKey.random();
        LoginFiles.write(files.clientKey(), key.pem());
        LoginFiles.append(files.keys(), NAME + " = " + key.authorizedKey() + "," + GROUP);
        LOG.info("made a key for the console client: {}", files.clientKey());
      }
      if (!LoginFiles.namesAnybody(files.users())) {
        String password = randomPassword();
        String hash = new Pbkdf2Encryption().encryptPassword(password);
        LoginFiles.append(files.users(), NAME + " = {CRYPT}" + hash + "{CRYPT}," + GROUP);
        LOG.info("made the first user, {}; the password is shown once, on the terminal", NAME);
        handover.show(NAME, password, files.users());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Nobody can log in: the first user could not be written to "
              + files.users()
              + ". Make that folder writable for the node and start it again.",
          e);
    }
  }

  private static String randomPassword() {
    SecureRandom random = new SecureRandom();
    StringBuilder password = new StringBuilder(PASSWORD_CHARS);
    for (int i = 0; i < PASSWORD_CHARS; i++) {
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }

  private static String property(BundleContext context, String name) {
    String value = context.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("the container does not say " + name);
    }
    return value;
  }
}
