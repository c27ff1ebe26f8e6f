package io.headgate.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Names say how a thing works, and what is not a contract is internal. */
@AnalyzeClasses(packages = "io.headgate", importOptions = ProductionCode.class)
class NamesTest {

  @ArchTest
  static final ArchRule NO_NAME_THAT_SAYS_NOTHING =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveNameMatching(".*(Util|Helper|Manager)[^.]*")
          .because("the noun that is missing has to be found");

  @ArchTest
  static final ArchRule NO_PACKAGE_THAT_SAYS_NOTHING =
      noClasses()
          .should()
          .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..manager..");

  @ArchTest
  static final ArchRule A_BUNDLE_EXPORTS_CONTRACTS_ONLY =
      classes()
          .that()
          .resideOutsideOfPackages(
              "io.headgate.model..",
              "io.headgate.spi..",
              "io.headgate.testkit..",
              "io.headgate.libs..")
          .should(
              new ArchCondition<>("be internal, or live in an exported package") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                  boolean internal =
                      (item.getPackageName() + ".").contains(".internal.")
                          || item.getSimpleName().equals("package-info");
                  boolean exported =
                      item.getPackage()
                          .tryGetAnnotationOfType("org.osgi.annotation.bundle.Export")
                          .isPresent();
                  if (!internal && !exported) {
                    events.add(
                        SimpleConditionEvent.violated(
                            item, item.getName() + " is neither internal nor exported"));
                  }
                }
              });
}
