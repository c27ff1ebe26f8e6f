package io.headgate.ops.internal.jmx;

import io.headgate.model.order.ClOrdId;
import io.headgate.ops.internal.access.CurrentUser;
import io.headgate.ops.internal.access.Running;
import io.headgate.ops.internal.jmx.Face.Operation;
import io.headgate.spi.explain.RuleInsight;
import io.headgate.spi.noun.InsightNouns;
import io.headgate.spi.noun.NounJson;
import io.headgate.spi.override.OrderOverrides;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** A look into the rules, and overrides of single orders, over JMX. */
@Component(service = InsightActs.class)
public final class InsightActs {

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable RuleInsight insight;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable OrderOverrides overrides;

  /** What can be asked of the rules. */
  List<Operation> rules() {
    return List.of(
        NounFaces.Acts.texts(
            "showExplanation",
            "Explains a decision, rule by rule, from the journal; answers JSON",
            Map.of("order", "ClOrdID of the order or the replace"),
            a ->
                NounJson.object(
                    InsightNouns.EXPLANATION.row(
                        Running.required(insight, "rules").explain(ClOrdId.parse(a[0]))))),
        NounFaces.Acts.texts(
            "measureCost",
            "Measures what each rule costs, beside the orders; takes seconds; answers JSON",
            Map.of(),
            a ->
                NounJson.object(
                    InsightNouns.COSTS.row(Running.required(insight, "rules").costs()))));
  }

  /** What can be done with overrides. */
  List<Operation> overrides() {
    Map<String, String> grant = new LinkedHashMap<>();
    grant.put("order", "ClOrdID of the denied order");
    grant.put("why", "Reason for the audit trail");
    grant.put("minutes", "How long it counts, 1 to 60");
    return List.of(
        NounFaces.Acts.texts(
            "grant",
            "Lets an order that rules denied through once, when it is asked for again",
            grant,
            a ->
                NounJson.object(
                    InsightNouns.OVERRIDE.row(
                        book()
                            .grant(
                                ClOrdId.parse(a[0]),
                                CurrentUser.name(),
                                a[1],
                                Integer.parseInt(a[2].strip()))))),
        NounFaces.Acts.texts(
            "revoke",
            "Takes an override back that was not used",
            Map.of("order", "ClOrdID of the denied order"),
            a ->
                NounJson.object(
                    InsightNouns.OVERRIDE.row(
                        book().revoke(ClOrdId.parse(a[0]), CurrentUser.name())))));
  }

  private OrderOverrides book() {
    return Running.required(overrides, "order engine");
  }
}
