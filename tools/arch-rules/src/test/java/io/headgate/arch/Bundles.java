package io.headgate.arch;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bundles outside the kernel, each named by its root package. */
final class Bundles {

  private static final Set<String> KERNEL = Set.of("model", "spi", "engine", "testkit");

  /** Kinds whose root package has two parts after {@code io.headgate}. */
  private static final Set<String> TWO_PARTS =
      Set.of(
          "data",
          "features",
          "scorers",
          "strategies",
          "optimisers",
          "brokers",
          "rules",
          "routes",
          "state",
          "jolokia",
          "libs");

  private static final Pattern PACKAGE =
      Pattern.compile("io\\.headgate\\.([a-z]+)(?:\\.([a-z]+))?.*");

  static final SliceAssignment EACH =
      new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
          Matcher parts = PACKAGE.matcher(javaClass.getPackageName());
          if (!parts.matches() || KERNEL.contains(parts.group(1))) {
            return SliceIdentifier.ignore();
          }
          boolean two = TWO_PARTS.contains(parts.group(1)) && parts.group(2) != null;
          return SliceIdentifier.of(two ? parts.group(1) + "." + parts.group(2) : parts.group(1));
        }

        @Override
        public String getDescription() {
          return "bundles";
        }
      };

  private Bundles() {}
}
