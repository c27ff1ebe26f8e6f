package io.headgate.rules.drools.internal.candidate;

import io.headgate.spi.candidate.Candidate;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;

/** Somebody who signs sets, for tests. */
record Signer(String login, KeyPair keys) {

  static Signer named(String login) throws GeneralSecurityException {
    return new Signer(login, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
  }

  /** The line that makes the public key known. */
  String line() {
    return login + " = " + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
  }

  String signs(String hash) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(keys.getPrivate());
    signature.update(Candidate.message(hash).getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(signature.sign());
  }
}
