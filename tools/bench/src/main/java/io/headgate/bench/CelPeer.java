package io.headgate.bench;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.headgate.rules.drools.internal.text.Vocabulary;
import io.headgate.spi.limits.LimitKind;
import io.headgate.spi.rules.ContextNumber;
import io.headgate.spi.rules.OrderContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Common Expression Language: one compiled expression for each check. */
final class CelPeer implements Peer {

  private final List<DecisionRules.Check> checks = DecisionRules.all();
  private final List<CelRuntime.Program> programs = new ArrayList<>();
  private final Map<String, Function<OrderContext, Object>> fields = fields();

  CelPeer() {
    CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder();
    fields.keySet().forEach(name -> builder.addVar(name, SimpleType.INT));
    builder.addVar("account", SimpleType.STRING).addVar("buy", SimpleType.BOOL);
    CelCompiler compiler = builder.build();
    CelRuntime runtime = CelRuntimeFactory.plannerRuntimeBuilder().build();
    fields.put("account", OrderContext::getAccount);
    fields.put("buy", OrderContext::isBuy);
    try {
      for (DecisionRules.Check check : checks) {
        String expression = check.condition().replace(", ", " && ");
        programs.add(runtime.createProgram(compiler.compile(expression).getAst()));
      }
    } catch (CelValidationException | CelEvaluationException e) {
      throw new IllegalStateException("CEL does not take the checks: " + e.getMessage(), e);
    }
  }

  private static Map<String, Function<OrderContext, Object>> fields() {
    Map<String, Function<OrderContext, Object>> fields = new HashMap<>();
    for (ContextNumber number : ContextNumber.values()) {
      fields.put(number.property(), order -> order.number(number));
    }
    for (LimitKind kind : LimitKind.values()) {
      fields.put(Vocabulary.property(kind, false), order -> order.limits().block(kind));
      fields.put(Vocabulary.property(kind, true), order -> order.limits().warn(kind));
    }
    return fields;
  }

  @Override
  public void judge(OrderContext order) {
    try {
      for (int i = 0; i < programs.size(); i++) {
        Object holds = programs.get(i).eval(name -> value(name, order));
        if (Boolean.TRUE.equals(holds)) {
          checks.get(i).speak(order);
        }
      }
    } catch (CelEvaluationException e) {
      throw new IllegalStateException("CEL failed: " + e.getMessage(), e);
    }
  }

  private Optional<Object> value(String name, OrderContext order) {
    Function<OrderContext, Object> field = fields.get(name);
    return field == null ? Optional.empty() : Optional.of(field.apply(order));
  }
}
