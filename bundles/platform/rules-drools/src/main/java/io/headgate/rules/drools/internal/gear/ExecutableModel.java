package io.headgate.rules.drools.internal.gear;

import io.headgate.spi.rules.OrderContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.compiler.kie.builder.impl.KieContainerImpl;
import org.drools.compiler.kie.builder.impl.KieModuleKieProject;
import org.drools.model.Condition;
import org.drools.model.Consequence;
import org.drools.model.Constraint;
import org.drools.model.Model;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.SingleConstraint;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.model.functions.Block1;
import org.drools.model.functions.IntrospectableLambda;
import org.drools.model.functions.Predicate1;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;

/**
 * Rules that Drools compiled together to its executable model. All uses of Drools' internal
 * interfaces are in this class.
 */
final class ExecutableModel implements AutoCloseable {

  private static final List<Rule.Attribute<?>> MUST_BE_ABSENT =
      List.of(
          Rule.Attribute.NO_LOOP,
          Rule.Attribute.LOCK_ON_ACTIVE,
          Rule.Attribute.ENABLED,
          Rule.Attribute.AUTO_FOCUS,
          Rule.Attribute.AGENDA_GROUP,
          Rule.Attribute.ACTIVATION_GROUP,
          Rule.Attribute.RULEFLOW_GROUP,
          Rule.Attribute.DURATION,
          Rule.Attribute.TIMER,
          Rule.Attribute.CALENDARS,
          Rule.Attribute.DATE_EFFECTIVE,
          Rule.Attribute.DATE_EXPIRES);

  private final KieContainer container;

  private ExecutableModel(KieContainer container) {
    this.container = container;
  }

  /**
   * Compiles; takes seconds. The thread's context loader must be Drools' own.
   *
   * @throws CompileException if Drools finds an error
   */
  static ExecutableModel build(String inPackage, String drl, ClassLoader loader)
      throws CompileException {
    KieServices services = KieServices.get();
    // Drools' repository of modules outlives this bundle, so a counter would repeat itself.
    String build = UUID.randomUUID().toString();
    ReleaseId release = services.newReleaseId("io.headgate.rules", "candidate", build);
    KieFileSystem files = services.newKieFileSystem();
    files.generateAndWritePomXML(release);
    files.write("src/main/resources/" + inPackage.replace('.', '/') + "/r.drl", drl);
    KieBuilder builder = services.newKieBuilder(files, loader);
    builder.buildAll(ExecutableModelProject.class);
    List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
    if (!errors.isEmpty()) {
      services.getRepository().removeKieModule(release);
      throw new CompileException("Drools could not compile checked rules: " + errors);
    }
    return new ExecutableModel(services.newKieContainer(release, loader));
  }

  /** A new base with all rules, for sessions. */
  KieBase newBase() {
    return container.newKieBase(null);
  }

  /**
   * The rules as they stand in the model, by index.
   *
   * @throws CompileException if one is missing, or says something in a form that is not understood
   */
  List<Lifted> lift(int count) throws CompileException {
    Lifted[] lifted = new Lifted[count];
    for (Model model : models()) {
      for (Rule rule : model.getRules()) {
        int index = CanonicalDrl.index(rule.getName());
        lifted[index] = lift(index, rule);
      }
    }
    for (int i = 0; i < count; i++) {
      if (lifted[i] == null) {
        throw new CompileException("rule number " + i + " is missing in Drools' executable model");
      }
    }
    return List.of(lifted);
  }

  private List<Model> models() throws CompileException {
    KieModuleKieProject project =
        (KieModuleKieProject) ((KieContainerImpl) container).getKieProject();
    InternalKieModule module = project.getInternalKieModule();
    List<Model> models = new ArrayList<>();
    for (String file : module.getFileNames()) {
      if (file.endsWith("/drools-model")) {
        String index = new String(module.getBytes(file), StandardCharsets.UTF_8);
        for (String line : index.lines().map(String::trim).toList()) {
          if (!line.isEmpty() && !line.startsWith("Drools-Model-Version")) {
            models.add(instance(line));
          }
        }
      }
    }
    return models;
  }

  private Model instance(String name) throws CompileException {
    try {
      return (Model)
          container.getClassLoader().loadClass(name).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new CompileException("cannot make Drools' executable model " + name + ": " + e);
    }
  }

  private static Lifted lift(int index, Rule rule) throws CompileException {
    List<Predicate1<OrderContext>> predicates = new ArrayList<>();
    String obstacle = obstacle(rule);
    Pattern<?> pattern = obstacle.isEmpty() ? onlyPattern(rule) : null;
    if (obstacle.isEmpty()) {
      obstacle =
          pattern == null ? "more than one pattern" : collect(pattern.getConstraint(), predicates);
    }
    if (pattern != null && obstacle.isEmpty()) {
      obstacle = obstacle(pattern);
    }
    List<String> names = predicates.stream().map(one -> one.getClass().getName()).toList();
    return new Lifted(index, names, test(predicates), consequence(rule), obstacle);
  }

  private static Lifted.Predicate test(List<Predicate1<OrderContext>> predicates) {
    return context -> {
      for (Predicate1<OrderContext> predicate : predicates) {
        if (!predicate.test(context)) {
          return false;
        }
      }
      return true;
    };
  }

  private static String obstacle(Rule rule) {
    for (Rule.Attribute<?> attribute : MUST_BE_ABSENT) {
      Object value = rule.getAttribute(attribute);
      if (value != null && !value.equals(attribute.getDefaultValue())) {
        return "an attribute that changes the agenda";
      }
    }
    return rule.getConsequences().size() == 1 ? "" : "several consequences";
  }

  private static String obstacle(Pattern<?> pattern) {
    if (pattern.getPatternVariable().getType() != OrderContext.class) {
      return "a pattern over " + pattern.getPatternVariable().getType().getName();
    }
    return pattern.getBindings().isEmpty() && !pattern.isPassive() ? "" : "a binding";
  }

  /** The rule's one pattern; null if it has another shape. */
  private static @Nullable Pattern<?> onlyPattern(Rule rule) {
    Pattern<?> only = null;
    for (Condition condition : rule.getView().getSubConditions()) {
      if (condition.getType() == Condition.Type.CONSEQUENCE) {
        continue;
      }
      if (only != null || !(condition instanceof Pattern<?> pattern)) {
        return null;
      }
      only = pattern;
    }
    return only;
  }

  /** Adds the predicates of a conjunction; returns what stands in the way, or nothing. */
  private static String collect(Constraint constraint, List<Predicate1<OrderContext>> predicates) {
    if (constraint == SingleConstraint.TRUE) {
      return "";
    }
    if (constraint instanceof SingleConstraint single) {
      return collect(single, predicates);
    }
    if (constraint.getType() == Constraint.Type.OR) {
      return "alternatives that Drools did not join into one predicate";
    }
    for (Constraint part : constraint.getChildren()) {
      String obstacle = collect(part, predicates);
      if (!obstacle.isEmpty()) {
        return obstacle;
      }
    }
    return "";
  }

  private static String collect(
      SingleConstraint constraint, List<Predicate1<OrderContext>> predicates) {
    if (constraint.getVariables().length != 1 || constraint.isTemporal()) {
      return "a constraint over several facts";
    }
    Object predicate = unwrapped(constraint.getPredicate1());
    if (!(predicate instanceof Predicate1<?> found) || !predicate.getClass().isEnum()) {
      return "a predicate that cannot be called by name";
    }
    @SuppressWarnings("unchecked")
    Predicate1<OrderContext> sound = (Predicate1<OrderContext>) found;
    predicates.add(sound);
    return "";
  }

  private static Lifted.Consequence consequence(Rule rule) throws CompileException {
    Consequence consequence = rule.getDefaultConsequence();
    boolean plain =
        !consequence.isUsingDrools()
            && !consequence.isBreaking()
            && consequence.getVariables().length == 1;
    if (plain && unwrapped(consequence.getBlock()) instanceof Block1<?> block) {
      @SuppressWarnings("unchecked")
      Block1<OrderContext> speaking = (Block1<OrderContext>) block;
      return speaking::execute;
    }
    throw new CompileException(
        "Drools made an unknown form of what rule " + rule.getName() + " says");
  }

  private static Object unwrapped(Object lambda) {
    return lambda instanceof IntrospectableLambda wrapper ? wrapper.getLambda() : lambda;
  }

  /** Loader of what was generated; it stays good when this is closed. */
  ClassLoader loader() {
    return container.getClassLoader();
  }

  @Override
  public void close() {
    ReleaseId release = container.getReleaseId();
    container.dispose();
    KieServices.get().getRepository().removeKieModule(release);
  }
}
