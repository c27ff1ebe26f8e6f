package io.headgate.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ClientKeyTest {

  // Repeated, because a coordinate that is short or that starts with a high bit is a matter of
  // luck.
  @RepeatedTest(20)
  void thePublicHalfIsWrittenAsSshReadsIt() {
    ClientKey key = ClientKey.random();
    ByteBuffer blob = ByteBuffer.wrap(Base64.getDecoder().decode(key.authorizedKey()));

    assertThat(text(blob)).isEqualTo("ecdsa-sha2-nistp256");
    assertThat(text(blob)).isEqualTo("nistp256");
    byte[] q = bytes(blob);
    assertThat(blob.hasRemaining()).isFalse();
    assertThat(q).hasSize(65).startsWith(4);
    ECPoint point = ((ECPublicKey) key.pair().getPublic()).getW();
    assertThat(new java.math.BigInteger(1, q, 1, 32)).isEqualTo(point.getAffineX());
    assertThat(new java.math.BigInteger(1, q, 33, 32)).isEqualTo(point.getAffineY());
  }

  @Test
  void thePrivateHalfIsPkcs8() throws Exception {
    ClientKey key = ClientKey.random();
    List<String> lines = String.join("", key.pem()).lines().toList();
    String body = String.join("", lines.subList(1, lines.size() - 1));

    ECPrivateKey read =
        (ECPrivateKey)
            KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));

    assertThat(read.getS()).isEqualTo(((ECPrivateKey) key.pair().getPrivate()).getS());
  }

  private static byte[] bytes(ByteBuffer blob) {
    byte[] value = new byte[blob.getInt()];
    blob.get(value);
    return value;
  }

  private static String text(ByteBuffer blob) {
    return new String(bytes(blob), StandardCharsets.US_ASCII);
  }
}
