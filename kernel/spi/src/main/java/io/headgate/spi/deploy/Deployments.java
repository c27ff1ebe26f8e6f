package io.headgate.spi.deploy;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The jars of the deploy folder as ops see them; safe from every thread, never blocks. */
@ProviderType
public interface Deployments {

  /** All jars, by file name. */
  List<Deployment> list();
}
