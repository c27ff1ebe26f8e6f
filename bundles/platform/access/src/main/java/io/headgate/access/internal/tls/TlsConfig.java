package io.headgate.access.internal.tls;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What can be set in {@code etc/io.headgate.tls.cfg}. */
@ObjectClassDefinition(name = "Headgate TLS", description = "Key and certificate of this node")
public @interface TlsConfig {

  @AttributeDefinition(description = "PKCS12 file with the key and its certificates")
  String keystore() default "${karaf.etc}/tls/node.p12";

  @AttributeDefinition(
      description = "File with the password of the keystore, readable by its owner alone")
  String passwordFile() default "${karaf.etc}/secrets/tls";
}
