package io.headgate.rest.internal.view;

import io.headgate.rest.internal.json.Times;
import io.headgate.spi.rules.RuleStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules that serve. */
@Schema(name = "Rules", description = "The rules that serve, and what is wrong with the files")
public record RulesView(
    @Schema(description = "Hash over the files; empty if none serves") String hash,
    @Schema(description = "Number of sets that have served since the start") int generation,
    @Schema(format = "date-time") @Nullable String activated,
    List<Rule> rules,
    @Schema(description = "Why the files as they are now were refused; empty if they serve")
        List<Fault> faults) {

  /** One rule. */
  @Schema(name = "Rule")
  public record Rule(
      String name,
      @Schema(description = "Folder that it stands in") String policy,
      @Schema(description = "File and line") String source,
      @Schema(description = "STRAIGHT or SESSION") String gear,
      @Schema(description = "Why it is not in the fast gear") String note) {}

  /** One fault. */
  @Schema(name = "RuleFault")
  public record Fault(
      String file,
      @Schema(description = "0 where it concerns the whole file") int line,
      String message) {

    static Fault of(RuleStatus.Fault fault) {
      return new Fault(fault.file(), fault.line(), fault.message());
    }
  }

  /** A status as clients see it. */
  public static RulesView of(RuleStatus status) {
    return new RulesView(
        status.hash(),
        status.generation(),
        Times.iso(status.activated()),
        status.rules().stream()
            .map(r -> new Rule(r.name(), r.policy(), r.source(), r.gear(), r.note()))
            .toList(),
        status.faults().stream().map(Fault::of).toList());
  }
}
