package io.headgate.rest.internal.access;

import io.headgate.rest.internal.problem.Problem;
import io.headgate.rest.internal.problem.ProblemException;
import io.headgate.rest.internal.problem.ProblemType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads HTTP Basic credentials (RFC 7617) and says who they are. */
public final class Doorkeeper {

  private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);

  private static final String SCHEME = "basic ";
  private static final String CHALLENGE = "Basic realm=\"headgate\", charset=\"UTF-8\"";
  private static final int MAX_HEADER = 1024;

  /** Passwords hashed at the same time at most, so that guessing does not starve the node. */
  private static final int HASHING = 2;

  private final Authenticator authenticator;
  private final LoginCache cache;
  private final Semaphore hashing = new Semaphore(HASHING, true);

  /** A doorkeeper who asks the authenticator where the cache does not know. */
  public Doorkeeper(Authenticator authenticator, LoginCache cache) {
    this.authenticator = authenticator;
    this.cache = cache;
  }

  /**
   * Who sends a request.
   *
   * @param authorization the header; null if there was none
   * @param address where it comes from
   * @param port and from which port: address and port are the connection
   * @throws ProblemException if nobody is known by these credentials, or the user must wait after
   *     too many failures
   */
  public Login admit(@Nullable String authorization, String address, int port) {
    Credentials credentials = read(authorization);
    String connection = address + ' ' + port;
    Login known = cache.find(credentials.user(), credentials.password(), connection);
    return known != null ? known : check(credentials, address, connection);
  }

  private Login check(Credentials credentials, String address, String connection) {
    hashing.acquireUninterruptibly();
    try {
      // Whoever waited for a turn may find that the same credentials have been checked meanwhile.
      Login known = cache.find(credentials.user(), credentials.password(), connection);
      if (known != null) {
        return known;
      }
      Login login = authenticator.login(credentials.user(), credentials.password(), address);
      if (login == null) {
        LOG.debug("Refused {} from {}", credentials.user(), address);
        throw needed("The user is unknown or the password is wrong.");
      }
      cache.keep(credentials.user(), credentials.password(), connection, login);
      return login;
    } finally {
      hashing.release();
    }
  }

  private static Credentials read(@Nullable String authorization) {
    if (authorization == null) {
      throw needed("Send HTTP Basic credentials of a user of this node.");
    }
    if (authorization.length() > MAX_HEADER
        || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      throw needed("Only HTTP Basic credentials are taken.");
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(authorization.substring(SCHEME.length()).trim());
      String pair = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      int colon = pair.indexOf(':');
      if (colon > 0) {
        return new Credentials(pair.substring(0, colon), pair.substring(colon + 1));
      }
    } catch (IllegalArgumentException | CharacterCodingException e) {
      // Told below: a person cannot do anything with the difference.
    }
    throw needed("The credentials are not user:password in Base64 of UTF-8.");
  }

  private static ProblemException needed(String detail) {
    Problem problem = ProblemType.LOGIN_NEEDED.problem(detail);
    return problem.header("WWW-Authenticate", CHALLENGE).exception();
  }

  private record Credentials(String user, String password) {}
}
