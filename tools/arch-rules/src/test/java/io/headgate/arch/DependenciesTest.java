package io.headgate.arch;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Random;

/** Who may know whom: model ← spi ← {engine, testkit, every bundle}. */
@AnalyzeClasses(packages = "io.headgate", importOptions = ProductionCode.class)
class DependenciesTest {

  private static final String MODEL = "io.headgate.model..";
  private static final String SPI = "io.headgate.spi..";
  private static final String ENGINE = "io.headgate.engine..";
  private static final String TESTKIT = "io.headgate.testkit..";
  private static final String[] KERNEL = {MODEL, SPI, ENGINE, TESTKIT};

  @ArchTest
  static final ArchRule THE_MODEL_KNOWS_THE_JDK_ALONE =
      classes()
          .that()
          .resideInAPackage(MODEL)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(MODEL, "java..", "org.jspecify..", "org.osgi.annotation.."))
          .because("values outlive every framework");

  @ArchTest
  static final ArchRule THE_MODEL_DOES_NO_INPUT_OR_OUTPUT =
      noClasses()
          .that()
          .resideInAPackage(MODEL)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "java.io..", "java.nio.file..", "java.nio.channels..", "java.net..")
                  .and(not(IoNames.SERIALIZATION_OR_UNCHECKED)));

  @ArchTest
  static final ArchRule THE_SPI_KNOWS_THE_MODEL_ALONE =
      classes()
          .that()
          .resideInAPackage(SPI)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(MODEL, SPI, "java..", "org.jspecify..", "org.osgi.annotation.."));

  @ArchTest
  static final ArchRule NOBODY_KNOWS_THE_ENGINE =
      noClasses()
          .that(not(resideInAPackage(ENGINE)))
          .should()
          .dependOnClassesThat(resideInAPackage(ENGINE));

  @ArchTest
  static final ArchRule THE_ENGINE_KNOWS_NO_BUNDLE =
      noClasses()
          .that()
          .resideInAnyPackage(KERNEL)
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.headgate..").and(not(resideInAnyPackage(KERNEL))));

  @ArchTest
  static final ArchRule NO_BUNDLE_KNOWS_ANOTHER =
      slices()
          .assignedFrom(Bundles.EACH)
          .should()
          .notDependOnEachOther()
          .because("a plug-in can be replaced only if nobody holds on to it");

  @ArchTest
  static final ArchRule THE_KERNEL_KNOWS_NO_CONTAINER =
      noClasses()
          .that()
          .resideInAnyPackage(KERNEL)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "org.apache.karaf..",
                  "org.apache.camel..",
                  "org.drools..",
                  "org.kie..",
                  "com.hazelcast.."));

  @ArchTest
  static final ArchRule THE_KERNEL_NEVER_READS_THE_CLOCK =
      noClasses()
          .that()
          .resideInAnyPackage(KERNEL)
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethodWhere(ClockReading.OF_JAVA_TIME)
          .because("the same input must give the same decisions");

  @ArchTest
  static final ArchRule THE_KERNEL_ROLLS_NO_DICE_OF_ITS_OWN =
      noClasses()
          .that()
          .resideInAnyPackage(KERNEL)
          .should()
          .callConstructor(Random.class)
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.security.SecureRandom");

  @ArchTest
  static final ArchRule DROOLS_IS_KNOWN_IN_ONE_PLACE =
      onlyIn(
          "io.headgate.rules.drools..", "io.headgate.libs.drools..", "org.drools..", "org.kie..");

  @ArchTest
  static final ArchRule CAMEL_IS_KNOWN_IN_ONE_PLACE =
      onlyIn("io.headgate.routes.camel..", "io.headgate.libs.camel..", "org.apache.camel..");

  @ArchTest
  static final ArchRule HAZELCAST_IS_KNOWN_IN_ONE_PLACE =
      onlyIn("io.headgate.state.hazelcast..", "io.headgate.state.hazelcast..", "com.hazelcast..");

  @ArchTest
  static final ArchRule TRIBUO_IS_KNOWN_IN_ONE_PLACE =
      onlyIn("io.headgate.scorers.tribuo..", "io.headgate.scorers.tribuo..", "org.tribuo..");

  @ArchTest
  static final ArchRule ONNX_RUNTIME_IS_KNOWN_IN_ONE_PLACE =
      onlyIn("io.headgate.scorers.onnx..", "io.headgate.scorers.onnx..", "ai.onnxruntime..");

  @ArchTest
  static final ArchRule NO_CYCLES = slices().matching("io.headgate.(**)").should().beFreeOfCycles();

  private static ArchRule onlyIn(String place, String library, String... packages) {
    return noClasses()
        .that(not(resideInAnyPackage(place, library)))
        .should()
        .dependOnClassesThat(resideInAnyPackage(packages));
  }
}
