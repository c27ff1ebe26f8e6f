package io.headgate.access.internal;

import java.util.Map;
import org.apache.karaf.jaas.modules.Encryption;
import org.apache.karaf.jaas.modules.EncryptionService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Offers {@link Pbkdf2Encryption} to the login modules, under the name that their settings use.
 *
 * <p>The modules take the service and give it back at every login, and the container may end it
 * each time that nobody holds it: so it stays up, and what it remembers outlives it in any case.
 */
@Component(service = EncryptionService.class, property = "name=headgate", immediate = true)
public final class PasswordHashes implements EncryptionService {

  private static final Pbkdf2Encryption ENCRYPTION = new Pbkdf2Encryption();

  /** One of any number: all offer the same. */
  @Activate
  public PasswordHashes() {}

  @Override
  public Encryption createEncryption(Map<String, String> parameters) {
    return ENCRYPTION;
  }
}
