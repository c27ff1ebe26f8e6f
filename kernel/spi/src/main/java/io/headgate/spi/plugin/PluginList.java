package io.headgate.spi.plugin;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The plug-ins of this node as ops see them; safe from every thread. */
@ProviderType
public interface PluginList {

  /** All plug-ins, by kind and name. */
  List<PluginStatus> plugins();
}
