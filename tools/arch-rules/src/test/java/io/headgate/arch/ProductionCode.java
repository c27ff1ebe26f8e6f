package io.headgate.arch;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Everything but these tests, the integration tests and the measurements. */
public final class ProductionCode implements ImportOption {

  @Override
  public boolean includes(Location location) {
    return !location.contains("/test-classes/")
        && !location.contains("/io/headgate/arch/")
        && !location.contains("/io/headgate/bench/");
  }
}
