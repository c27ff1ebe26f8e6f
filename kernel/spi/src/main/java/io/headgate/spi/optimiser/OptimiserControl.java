package io.headgate.spi.optimiser;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Optimisers as ops see them. */
@ProviderType
public interface OptimiserControl {

  /** All optimisers of this node, by name. */
  List<OptimiserStatus> list();
}
