package io.headgate.access.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.util.Base64;
import java.util.List;

/**
 * An ECDSA key on P-256, in the two forms that SSH asks for: private key file and authorized key.
 */
final class ClientKey {

  private static final int COORDINATE_BYTES = 32;
  private static final int BLOCK_BYTES = 8;

  private final KeyPair pair;

  private ClientKey(KeyPair pair) {
    this.pair = pair;
  }

  static ClientKey random() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return new ClientKey(generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no P-256", e);
    }
  }

  /**
   * The private key as OpenSSH keeps it (PROTOCOL.key of OpenSSH), without a passphrase. PKCS#8
   * would be simpler, but leaves out the public half, and the console client does not work that
   * out.
   */
  List<String> pem() {
    byte[] publicKey = publicKey();
    byte[] secret =
        written(
            out -> {
              int check = new SecureRandom().nextInt();
              out.writeInt(check);
              out.writeInt(check);
              out.write(publicKey);
              string(out, ((ECPrivateKey) pair.getPrivate()).getS().toByteArray());
              string(out, ascii("headgate"));
              for (int pad = 1; out.size() % BLOCK_BYTES != 0; pad++) {
                out.write(pad);
              }
            });
    byte[] file =
        written(
            out -> {
              out.write(ascii("openssh-key-v1\0"));
              string(out, ascii("none"));
              string(out, ascii("none"));
              string(out, new byte[0]);
              out.writeInt(1);
              string(out, publicKey);
              string(out, secret);
            });
    String body = Base64.getMimeEncoder(70, new byte[] {'\n'}).encodeToString(file);
    return List.of(
        "-----BEGIN OPENSSH PRIVATE KEY-----\n", body, "\n-----END OPENSSH PRIVATE KEY-----\n");
  }

  /** The public key as RFC 5656 section 3.1 writes it, in base64. */
  String authorizedKey() {
    return Base64.getEncoder().encodeToString(publicKey());
  }

  private byte[] publicKey() {
    ECPoint point = ((ECPublicKey) pair.getPublic()).getW();
    byte[] q = new byte[1 + 2 * COORDINATE_BYTES];
    q[0] = 4;
    put(point.getAffineX().toByteArray(), q, 1);
    put(point.getAffineY().toByteArray(), q, 1 + COORDINATE_BYTES);
    return written(
        out -> {
          string(out, ascii("ecdsa-sha2-nistp256"));
          string(out, ascii("nistp256"));
          string(out, q);
        });
  }

  KeyPair pair() {
    return pair;
  }

  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  private static byte[] written(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      writing.to(out);
    } catch (IOException e) {
      throw new AssertionError("a byte array cannot fail", e);
    }
    return bytes.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static void string(DataOutputStream out, byte[] value) throws IOException {
    out.writeInt(value.length);
    out.write(value);
  }

  /** A coordinate as a big-endian number of fixed length, whatever sign byte Java put before it. */
  private static void put(byte[] number, byte[] target, int at) {
    int length = Math.min(number.length, COORDINATE_BYTES);
    System.arraycopy(
        number, number.length - length, target, at + COORDINATE_BYTES - length, length);
  }
}
