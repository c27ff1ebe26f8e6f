package io.headgate.arch;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/** Types of java.io that say nothing about input or output. */
final class IoNames {

  static final DescribedPredicate<JavaClass> SERIALIZATION_OR_UNCHECKED =
      DescribedPredicate.describe(
          "serialization markers",
          type ->
              type.getFullName().equals("java.io.Serializable")
                  || type.getFullName().equals("java.io.ObjectStreamField"));

  private IoNames() {}
}
