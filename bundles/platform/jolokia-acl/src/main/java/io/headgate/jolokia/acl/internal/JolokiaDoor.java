package io.headgate.jolokia.acl.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import javax.servlet.http.HttpServletRequest;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.jolokia.config.ConfigKey;
import org.jolokia.osgi.security.Authenticator;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets people in to Jolokia by the node's own realm. Jolokia's own way to the realm does not say
 * where a request comes from, so that neither throttle nor audit trail could tell one address from
 * another. While this is not there, Jolokia answers 503 to everybody.
 */
@Component(service = Authenticator.class)
public final class JolokiaDoor implements Authenticator {

  private static final Logger LOG = LoggerFactory.getLogger(JolokiaDoor.class);

  private static final String REALM = "karaf";
  private static final String SCHEME = "basic ";
  private static final int MAX_HEADER = 1024;

  private final Realm realm;

  /** Where logins are checked. */
  @FunctionalInterface
  interface Realm {
    void login(Subject subject, CallbackHandler answers) throws LoginException;
  }

  private record Credentials(String user, String password) {}

  @Activate
  public JolokiaDoor() {
    this((subject, answers) -> new LoginContext(REALM, subject, answers).login());
  }

  JolokiaDoor(Realm realm) {
    this.realm = realm;
  }

  @Override
  public boolean authenticate(HttpServletRequest request) {
    Optional<Credentials> given = read(request.getHeader("Authorization"));
    if (given.isEmpty()) {
      return false;
    }
    Subject subject = new Subject();
    subject.getPrincipals().add(new ClientPrincipal("jolokia", request.getRemoteAddr()));
    try {
      realm.login(subject, answers(given.get()));
    } catch (LoginException e) {
      LOG.debug("refused {}", given.get().user());
      return false;
    }
    if (subject.getPrincipals(RolePrincipal.class).isEmpty()) {
      return false;
    }
    request.setAttribute(ConfigKey.JAAS_SUBJECT_REQUEST_ATTRIBUTE, subject);
    return true;
  }

  private static CallbackHandler answers(Credentials given) {
    return callbacks -> {
      for (Callback callback : callbacks) {
        if (callback instanceof NameCallback name) {
          name.setName(given.user());
        } else if (callback instanceof PasswordCallback secret) {
          secret.setPassword(given.password().toCharArray());
        } else {
          throw new UnsupportedCallbackException(callback);
        }
      }
    };
  }

  private static Optional<Credentials> read(@Nullable String header) {
    if (header == null
        || header.length() > MAX_HEADER
        || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(header.substring(SCHEME.length()).trim());
      String pair = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      int colon = pair.indexOf(':');
      return colon > 0
          ? Optional.of(new Credentials(pair.substring(0, colon), pair.substring(colon + 1)))
          : Optional.empty();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
