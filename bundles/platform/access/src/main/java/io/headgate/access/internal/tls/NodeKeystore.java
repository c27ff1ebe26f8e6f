package io.headgate.access.internal.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.apache.karaf.jaas.config.KeystoreInstance;
import org.apache.karaf.jaas.config.KeystoreIsLocked;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The node's keystore, under the name {@code headgate}, for whoever in the container serves TLS.
 * Only files are named in the configuration, so that no listing of it shows a password; they are
 * read when they are asked for, and anew after they have changed on the next start of the server.
 */
@Component(service = KeystoreInstance.class, configurationPid = "io.headgate.tls", immediate = true)
@Designate(ocd = TlsConfig.class)
public final class NodeKeystore implements KeystoreInstance {

  private static final Logger LOG = LoggerFactory.getLogger(NodeKeystore.class);
  private static final String NAME = "headgate";
  private static final String TYPE = "PKCS12";

  private final Path keystore;
  private final Path passwordFile;

  private record Opened(KeyStore store, String password) {}

  /**
   * @param veil stands between this and the bundle that must not see it, so it comes first
   */
  @Activate
  public NodeKeystore(TlsConfig config, @Reference KeystoreVeil veil) {
    this(path(config.keystore()), path(config.passwordFile()));
  }

  NodeKeystore(Path keystore, Path passwordFile) {
    this.keystore = keystore;
    this.passwordFile = passwordFile;
  }

  private static Path path(String text) {
    return Path.of(text.replace("${karaf.etc}", System.getProperty("karaf.etc", "etc")));
  }

  private Opened open() throws GeneralSecurityException {
    try (InputStream bytes = Files.newInputStream(keystore)) {
      String password = Files.readString(passwordFile, StandardCharsets.UTF_8).strip();
      KeyStore store = KeyStore.getInstance(TYPE);
      store.load(bytes, password.toCharArray());
      return new Opened(store, password);
    } catch (IOException e) {
      throw new GeneralSecurityException(
          "%s cannot be opened with the password in %s: %s. \"bin/headgate tls --self-signed\" makes both"
              .formatted(keystore, passwordFile, e.getMessage()),
          e);
    }
  }

  private @Nullable Opened openOrSay() {
    try {
      return open();
    } catch (GeneralSecurityException e) {
      LOG.error("{}", e.getMessage());
      return null;
    }
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public int getRank() {
    return 0;
  }

  @Override
  public String getType() {
    return TYPE;
  }

  @Override
  public String[] listTrustCertificates() {
    Opened opened = openOrSay();
    try {
      List<String> aliases =
          opened == null ? List.of() : Collections.list(opened.store().aliases());
      return aliases.toArray(String[]::new);
    } catch (KeyStoreException e) {
      throw new IllegalStateException("a loaded keystore has no names", e);
    }
  }

  @Override
  public @Nullable Certificate getCertificate(String alias) {
    Opened opened = openOrSay();
    try {
      return opened == null ? null : opened.store().getCertificate(alias);
    } catch (KeyStoreException e) {
      throw new IllegalStateException("a loaded keystore does not answer", e);
    }
  }

  @Override
  public @Nullable String getCertificateAlias(Certificate certificate) {
    Opened opened = openOrSay();
    try {
      return opened == null ? null : opened.store().getCertificateAlias(certificate);
    } catch (KeyStoreException e) {
      throw new IllegalStateException("a loaded keystore does not answer", e);
    }
  }

  @Override
  public Certificate @Nullable [] getCertificateChain(String alias) {
    Opened opened = openOrSay();
    try {
      return opened == null ? null : opened.store().getCertificateChain(alias);
    } catch (KeyStoreException e) {
      throw new IllegalStateException("a loaded keystore does not answer", e);
    }
  }

  /** Nobody needs the key itself: TLS asks for a key manager. */
  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    return null;
  }

  @Override
  public boolean isKeystoreLocked() {
    return openOrSay() == null;
  }

  @Override
  public boolean isKeyLocked(String alias) {
    Opened opened = openOrSay();
    try {
      return opened == null || !opened.store().isKeyEntry(alias);
    } catch (KeyStoreException e) {
      throw new IllegalStateException("a loaded keystore does not answer", e);
    }
  }

  @Override
  public KeyManager[] getKeyManager(String algorithm, String alias)
      throws NoSuchAlgorithmException,
          UnrecoverableKeyException,
          KeyStoreException,
          KeystoreIsLocked {
    Opened opened = opened();
    KeyManagerFactory factory = KeyManagerFactory.getInstance(algorithm);
    factory.init(opened.store(), opened.password().toCharArray());
    return factory.getKeyManagers();
  }

  @Override
  public TrustManager[] getTrustManager(String algorithm)
      throws KeyStoreException, NoSuchAlgorithmException, KeystoreIsLocked {
    TrustManagerFactory factory = TrustManagerFactory.getInstance(algorithm);
    factory.init(opened().store());
    return factory.getTrustManagers();
  }

  private Opened opened() throws KeystoreIsLocked {
    try {
      return open();
    } catch (GeneralSecurityException e) {
      throw new KeystoreIsLocked(e.getMessage(), e);
    }
  }
}
