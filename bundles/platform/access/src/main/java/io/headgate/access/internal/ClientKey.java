package io.headgate.access.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.util.Base64;
import java.util.List;

/** An ECDSA key on P-256, in the two forms that SSH asks for: PKCS#8 PEM and authorized key. */
final class ClientKey {

  private static final int COORDINATE_BYTES = 32;

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

  /** The private key (RFC 5958 in the text form of RFC 7468). */
  List<String> pem() {
    String body =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pair.getPrivate().getEncoded());
    return List.of("-----BEGIN PRIVATE KEY-----\n", body, "\n-----END PRIVATE KEY-----\n");
  }

  /** The public key as RFC 5656 section 3.1 writes it, in base64. */
  String authorizedKey() {
    ECPoint point = ((ECPublicKey) pair.getPublic()).getW();
    byte[] q = new byte[1 + 2 * COORDINATE_BYTES];
    q[0] = 4;
    put(point.getAffineX().toByteArray(), q, 1);
    put(point.getAffineY().toByteArray(), q, 1 + COORDINATE_BYTES);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      string(out, "ecdsa-sha2-nistp256".getBytes(StandardCharsets.US_ASCII));
      string(out, "nistp256".getBytes(StandardCharsets.US_ASCII));
      string(out, q);
    } catch (IOException e) {
      throw new AssertionError("a byte array cannot fail", e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  KeyPair pair() {
    return pair;
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
