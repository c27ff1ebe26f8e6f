package io.headgate.arch;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;

/** Calls of {@code now} in java.time, and of its system clocks. */
final class ClockReading {

  static final DescribedPredicate<JavaMethodCall> OF_JAVA_TIME =
      DescribedPredicate.describe(
          "java.time's own clock",
          call -> {
            String owner = call.getTargetOwner().getPackageName();
            String name = call.getName();
            boolean reads =
                name.equals("now")
                    || name.equals("systemUTC")
                    || name.equals("systemDefaultZone")
                    || name.equals("system");
            return owner.equals("java.time") && reads;
          });

  private ClockReading() {}
}
