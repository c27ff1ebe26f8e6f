package io.headgate.access.internal;

import java.util.Map;
import org.apache.karaf.jaas.modules.Encryption;
import org.apache.karaf.jaas.modules.EncryptionService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Offers {@link Pbkdf2Encryption} to the login modules, under the name that their settings use. */
@Component(service = EncryptionService.class, property = "name=headgate")
public final class PasswordHashes implements EncryptionService {

  private final Pbkdf2Encryption encryption;

  @Activate
  public PasswordHashes() {
    this.encryption = new Pbkdf2Encryption();
  }

  @Override
  public Encryption createEncryption(Map<String, String> parameters) {
    return encryption;
  }
}
