package io.headgate.ops.internal.command.candidate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;

/**
 * A private key for approvals, in a file in PEM form (PKCS #8): encrypted by a passphrase, or
 * readable by its owner alone.
 */
public final class SigningKey {

  private static final String PLAIN = "PRIVATE KEY";
  private static final String ENCRYPTED = "ENCRYPTED PRIVATE KEY";
  private static final String CIPHER = "PBEWithHmacSHA256AndAES_256";
  private static final int ITERATIONS = 600_000;
  private static final int SALT = 16;
  private static final int LINE = 64;

  private final PrivateKey key;

  private SigningKey(PrivateKey key) {
    this.key = key;
  }

  /**
   * Makes a pair of keys and writes the private one, readable by its owner alone.
   *
   * @param file must not be there yet
   * @param passphrase by which it is encrypted; empty for none
   * @return the public key, X.509 in Base64
   * @throws IOException if the file is there or cannot be written
   */
  public static String create(Path file, char[] passphrase)
      throws IOException, GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] encoded = pair.getPrivate().getEncoded();
    boolean plain = passphrase.length == 0;
    String pem = pem(plain ? PLAIN : ENCRYPTED, plain ? encoded : encrypted(encoded, passphrase));
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (FileAlreadyExistsException e) {
      throw new IOException(file + " is there already; name another file", e);
    }
    Files.writeString(file, pem, StandardCharsets.US_ASCII, StandardOpenOption.WRITE);
    Arrays.fill(encoded, (byte) 0);
    return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
  }

  private static byte[] encrypted(byte[] encoded, char[] passphrase)
      throws IOException, GeneralSecurityException {
    byte[] salt = new byte[SALT];
    new SecureRandom().nextBytes(salt);
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(
        Cipher.ENCRYPT_MODE,
        SecretKeyFactory.getInstance(CIPHER).generateSecret(new PBEKeySpec(passphrase)),
        new PBEParameterSpec(salt, ITERATIONS));
    // By the name of the standard: that of the cipher has no identifier to write into the file.
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("PBES2");
    parameters.init(cipher.getParameters().getEncoded());
    return new EncryptedPrivateKeyInfo(parameters, cipher.doFinal(encoded)).getEncoded();
  }

  private static String pem(String kind, byte[] content) {
    String text = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, text, kind);
  }

  /** Whether a file holds an encrypted key, so that a passphrase has to be asked for. */
  public static boolean isEncrypted(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.US_ASCII).contains("BEGIN " + ENCRYPTED);
  }

  /**
   * Reads a key.
   *
   * @param passphrase empty where the file is not encrypted
   * @throws IOException if the file is no such key, others than its owner may read it though it is
   *     not encrypted, or the passphrase is wrong
   */
  public static SigningKey read(Path file, char[] passphrase) throws IOException {
    String text = Files.readString(file, StandardCharsets.US_ASCII);
    boolean encrypted = isEncrypted(file);
    if (!encrypted) {
      checkOwnerOnly(file);
    }
    try {
      byte[] content =
          Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", "").strip());
      PKCS8EncodedKeySpec spec =
          encrypted ? decrypted(content, passphrase) : new PKCS8EncodedKeySpec(content);
      return new SigningKey(KeyFactory.getInstance("Ed25519").generatePrivate(spec));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(
          "%s holds no Ed25519 private key%s; make one with rule:sign --new-key"
              .formatted(file, encrypted ? ", or the passphrase is wrong" : ""),
          e);
    }
  }

  private static PKCS8EncodedKeySpec decrypted(byte[] content, char[] passphrase)
      throws IOException, GeneralSecurityException {
    EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(content);
    // Named by what stands in the parameters: the general name alone is no cipher.
    String algorithm = info.getAlgParameters().toString();
    Cipher cipher = Cipher.getInstance(algorithm);
    cipher.init(
        Cipher.DECRYPT_MODE,
        SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(passphrase)),
        info.getAlgParameters());
    return info.getKeySpec(cipher);
  }

  private static void checkOwnerOnly(Path file) throws IOException {
    Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
    for (PosixFilePermission right : rights) {
      if (!right.name().startsWith("OWNER")) {
        throw new IOException(
            "%s is not encrypted and others than its owner may read it (%s); run chmod 600 on it"
                .formatted(file, PosixFilePermissions.toString(rights)));
      }
    }
  }

  /** Signs a message; the signature in Base64. */
  public String sign(String message) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(key);
    signature.update(message.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(signature.sign());
  }
}
