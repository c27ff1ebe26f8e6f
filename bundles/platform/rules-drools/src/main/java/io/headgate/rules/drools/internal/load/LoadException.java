package io.headgate.rules.drools.internal.load;

import io.headgate.spi.rules.RuleStatus.Fault;
import java.util.List;

/** The files cannot become a rule set; says why, place by place. */
public final class LoadException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  LoadException(List<Fault> faults) {
    super(String.valueOf(faults));
    this.faults = List.copyOf(faults);
  }

  /** One fault. */
  public LoadException(String file, int line, String message) {
    this(List.of(new Fault(file, line, message)));
  }

  /** Everything that was found. */
  public List<Fault> faults() {
    return faults;
  }
}
