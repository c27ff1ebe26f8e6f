package io.headgate.limits.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LimitSetTest {

  private static final String HEADER =
      "who,what,limit,value,unit,severity,effectiveFrom,effectiveTo,owner,basis\n";

  private final SortedMap<String, byte[]> files = new TreeMap<>();

  private LimitSet read(String... served) {
    return LimitSet.read(files, List.of(), List.of(served));
  }

  private void file(String name, String... rows) {
    files.put(name, (HEADER + String.join("\n", rows)).getBytes(UTF_8));
  }

  @Test
  void theSameLimitTwiceIsAFaultEvenInTwoFiles() {
    file("a.csv", "firm,*,max-order-qty,1,qty,block,,,,");
    file("b.csv", "", "firm,*,max-order-qty,1,qty,block,,,,");

    assertThat(read().faults())
        .containsExactly(
            "limits/b.csv:3: max-order-qty for firm, *, is set for the same days at limits/a.csv:2;"
                + " remove one, or set effectiveFrom and effectiveTo");
  }

  @Test
  void rowsThatDifferInAnythingAreNoFault() {
    file(
        "a.csv",
        "firm,*,max-order-qty,1,qty,block,,,,",
        "firm,*,max-order-qty,1,qty,warn,,,,",
        "firm,sector=A,max-order-qty,1,qty,block,,,,",
        "account=A,*,max-order-qty,1,qty,block,,,,",
        "firm,*,max-long-position,1,qty,block,,,,");

    assertThat(read().faults()).isEmpty();
    assertThat(read().rows()).hasSize(5);
  }

  @Test
  void datesMayFollowEachOtherAndNotOverlap() {
    file(
        "a.csv",
        "firm,*,max-order-qty,1,qty,block,2026-07-01,,,",
        "firm,*,max-order-qty,2,qty,block,,2026-06-30,,");
    assertThat(read().faults()).isEmpty();

    file(
        "a.csv",
        "firm,*,max-order-qty,1,qty,block,2026-06-30,,,",
        "firm,*,max-order-qty,2,qty,block,,2026-06-30,,");
    assertThat(read().faults()).hasSize(1);
    assertThat(read().faults().get(0)).startsWith("limits/a.csv:2: ").contains("limits/a.csv:3");
  }

  @Test
  void aLongRowOverlapsALaterOneBehindAShortOne() {
    file(
        "a.csv",
        "firm,*,max-order-qty,1,qty,block,2026-01-01,2026-12-31,,",
        "firm,*,max-order-qty,2,qty,block,2026-02-01,2026-02-28,,",
        "firm,*,max-order-qty,3,qty,block,2026-06-01,2026-06-30,,");

    assertThat(read().faults()).hasSize(2).allMatch(fault -> fault.contains("limits/a.csv:2"));
  }

  @Test
  void noLimitAtAllIsAFault() {
    assertThat(read().faults())
        .containsExactly("limits: there is no limit in any file; write at least one row");
    file("a.csv");
    assertThat(read().faults()).hasSize(1);
  }

  @Test
  void aFileThatIsGoneIsAFaultAndAnEmptiedOneIsNot() {
    file("a.csv", "firm,*,max-order-qty,1,qty,block,,,,");

    assertThat(read("a.csv", "b.csv").faults()).hasSize(1);
    assertThat(read("a.csv", "b.csv").faults().get(0)).startsWith("limits/b.csv: the file is gone");
    file("b.csv");
    assertThat(read("a.csv", "b.csv").faults()).isEmpty();
  }
}
