package io.headgate.limits.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a limit file is named where it stands. */
class LimitFileFaultsTest extends LimitFileStage {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "firm,*,max-order-qty,1,,block,,,,|unit is '', expected qty, the unit of max-order-qty",
        "firm,*,max-order-qty,1,amount,block,,,,|unit is 'amount', expected qty",
        "firm,*,max-order-qty,-1,qty,block,,,,|value is '-1', expected a number that is not negative",
        "firm,*,max-order-qty,\"1,5\",qty,block,,,,|value is '1,5', expected a number in qty",
        "firm,*,max-order-qty,1e99,qty,block,,,,|value is '1e99', expected a number with all its digits",
        "firm,*,max-day-value,1.23457E+12,amount,block,,,,|look whether the number is still right",
        "firm,*,max-order-qty,,qty,block,,,,|value is '', expected a number in qty",
        "firm,*,duplicate-window,0.5,millis,block,,,,|value is '0.5', expected a number in millis",
        "firm,*,duplicate-window,600001,millis,block,,,,|value is '600001', expected 600000 millis at most",
        "firm,*,max-lots,1,qty,block,,,,|limit is 'max-lots', expected one of max-order-qty, ",
        "firms,*,max-order-qty,1,qty,block,,,,|who is 'firms', expected firm, account=NAME",
        "account=*,*,max-order-qty,1,qty,block,,,,|who is 'account=*', expected one name",
        "\"account=A,B\",*,max-order-qty,1,qty,block,,,,|who is 'account=A,B', expected one name",
        "\"strategy=a;b\",*,max-order-qty,1,qty,block,,,,|who is 'strategy=a;b', expected one name",
        "\"trader=ann,bob\",*,max-order-qty,1,qty,block,,,,|who is 'trader=ann,bob', expected one name",
        "account=all,*,max-order-qty,1,qty,block,,,,|who is 'account=all', expected one name",
        "account=Firm,*,max-order-qty,1,qty,block,,,,|who is 'account=Firm', expected one name",
        "strategy=ALL,*,max-order-qty,1,qty,block,,,,|who is 'strategy=ALL', expected one name",
        "trader = All,*,max-order-qty,1,qty,block,,,,|who is 'trader=All', expected one name",
        "firm,symbol=*,max-order-qty,1,qty,block,,,,|what is 'symbol=*', expected symbol=NAME",
        "firm,symbol=SPY.ARCX,max-order-qty,1,qty,block,,,,|expected symbol=NAME without its venue",
        "firm,sector=*,max-order-qty,1,qty,block,,,,|what is 'sector=*', expected *, instrument=",
        "desk=X,*,max-order-qty,1,qty,block,,,,|who is 'desk=X', expected firm, account=NAME",
        "account=,*,max-order-qty,1,qty,block,,,,|who is 'account=', expected firm, account=NAME",
        "firm,ALFA,max-order-qty,1,qty,block,,,,|what is 'ALFA', expected *, instrument=",
        "firm,instrument=ALFA,max-order-qty,1,qty,block,,,,|expected instrument=SYMBOL.VENUE",
        "firm,,max-order-qty,1,qty,block,,,,|what is '', expected *, instrument=",
        "firm,*,max-order-qty,1,qty,deny,,,,|severity is 'deny', expected warn or block",
        "firm,*,average-daily-volume,1,qty,warn,,,,|severity is 'warn', expected block for average-daily-volume",
        "firm,*,average-daily-notional,1,amount,warn,,,,|expected block for average-daily-notional",
        "firm,*,opening-auction,1,millis,warn,,,,|expected block for opening-auction",
        "firm,*,closing-auction,1,millis,warn,,,,|expected block for closing-auction",
        "firm,*,max-order-qty,1,qty,block,12/31/2026,,,|which of its numbers is the month differs",
        "firm,*,max-order-qty,1,qty,block,30.02.2026,,,|effectiveFrom is '30.02.2026', expected a date",
        "firm,*,max-order-qty,1,qty,block,2026-02-30,,,|effectiveFrom is '2026-02-30', expected a date",
        "firm,*,max-order-qty,1,qty,block,,9999-01-01,,|effectiveTo is '9999-01-01', expected a date",
        "firm,*,max-order-qty,1,qty,block,2026-02-02,2026-02-01,,|expected a date after effectiveFrom",
        "firm,*,max-order-qty,1,qty,block,,,,basis,more|the value 'more' stands in no column",
      })
  void everyFaultIsNamed(String row, String fault) {
    assertThat(read(HEADER + "firm,*,price-collar,1,bps,block,,,,\n" + row + "\n")).hasSize(1);

    assertThat(faults).hasSize(1);
    assertThat(faults.get(0)).startsWith("limits/a.csv:3: ").contains(fault);
  }

  @Test
  void everyFaultOfARowIsNamed() {
    read(HEADER + "all,any,max-order-qty,many,qty,never,today,,,\n");

    assertThat(faults).hasSize(5).allMatch(fault -> fault.startsWith("limits/a.csv:2: "));
  }

  @Test
  void aFileThatIsNoLimitFileSaysWhy() {
    read("");
    read("# nothing but a comment\n");
    assertThat(faults).hasSize(2).allMatch(fault -> fault.contains("it is empty; begin it with"));
    faults.clear();

    read("who,what,limit,value,severity,effectiveFrom,effectiveTo,owner,basis,who\n");
    assertThat(faults)
        .anyMatch(fault -> fault.contains("the column unit stands there not at all"))
        .anyMatch(fault -> fault.contains("the column who stands there 2 times"));
    faults.clear();

    read(HEADER.replace("owner", "owners"));
    assertThat(faults).anyMatch(fault -> fault.contains("there is no column 'owners'"));
    faults.clear();

    read("firm,*,max-order-qty,1,qty,block,,,,\n");
    assertThat(faults).singleElement().asString().contains("'firm' is none of its columns; begin");
    faults.clear();

    read("sep=;\n" + HEADER + "firm,*,max-order-qty,1,qty,block,,,,\n");
    assertThat(faults)
        .singleElement()
        .asString()
        .startsWith("limits/a.csv:2: 'who,what,")
        .contains("the file begins with sep=;, so that nothing else separates cells; delete that");
    faults.clear();

    read("sep=;\nfirm;*;max-order-qty;1;qty;block;;;;\n");
    assertThat(faults).singleElement().asString().contains("'firm' is none of its columns; begin");
    faults.clear();

    LimitFile.read("a.csv", HEADER.getBytes(UTF_16LE), faults);
    assertThat(faults).singleElement().asString().contains("it is UTF-16 without a mark");
    faults.clear();

    LimitFile.read("a.csv", (HEADER + "firm,Ü").getBytes(ISO_8859_1), faults);
    assertThat(faults).containsExactly("limits/a.csv: it is not UTF-8; save it as \"CSV UTF-8\"");
    faults.clear();

    read(HEADER + "firm,*,\"max-order-qty,1,qty,block,,,,\n");
    assertThat(faults).hasSize(1);
    assertThat(faults.get(0))
        .startsWith("limits/a.csv:2: a quote opens here")
        .contains("look for an open quote")
        .doesNotContain("Exception");
    faults.clear();

    String row = "firm,*,max-order-qty,1,qty,block,,,,";
    read(HEADER + row + "\n" + row + "\"open\n" + (row + "\n").repeat(5));
    assertThat(faults).singleElement().asString().startsWith("limits/a.csv:3: a quote opens here");
    faults.clear();

    read(HEADER + row + "\n" + row + "\"a \"quoted\" word\"\n");
    assertThat(faults).singleElement().asString().startsWith("limits/a.csv:3: a quote opens here");
  }

  /** Each looks like a limit of DEMO, or of five, to somebody who reads the file. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "account=\u202EDEMO | 5 | ann | U+202E",
        "account=DE\u200BMO | 5 | ann | U+200B",
        "account=DEMO\u3164 | 5 | ann | U+3164",
        "account=DEMO\u2003X | 5 | ann | U+2003",
        "account=D\u0415MO | 5 | ann | alphabets",
        "account=DEMO\uFF11 | 5 | ann | U+FF11",
        "account=DEMO\u0661 | 5 | ann | U+0661",
        "account=\uFF24EMO | 5 | ann | other signs than the 'DEMO' that it reads as",
        "account=CAFE\u0301 | 5 | ann | other signs than",
        "account=DEMO | \u0665 | ann | expected a number",
        "account=DEMO | \uFF15 | ann | expected a number",
        "account=DEMO | 5 | an\u001B[2Jn | U+001B",
      })
  void whatIsNotWhatItLooksLikeIsRefused(String who, String value, String owner, String found) {
    read(HEADER + who + ",*,max-order-qty," + value + ",qty,block,,," + owner + ",x\n");
    assertThat(faults)
        .singleElement()
        .asString()
        .startsWith("limits/a.csv:2: ")
        .contains(found)
        .doesNotContain("\u001B", "\u202E");
  }

  @Test
  void aFaultIsOneLineOfBoundedLength() {
    read(HEADER + "firm,*," + "q".repeat(50_000) + ",5,qty,block,,,ann,x\n");
    assertThat(faults).singleElement().asString().hasSizeLessThan(2_000).contains("qqq …");
  }

  @Test
  void aTextThatNobodyMeansIsAFault() {
    String longest = "b".repeat(1_000);
    assertThat(read(HEADER + "firm,*,max-order-qty,5,qty,block,,,ann," + longest + "\n"))
        .hasSize(1);
    assertThat(faults).isEmpty();
    read(HEADER + "firm,*,max-order-qty,5,qty,block,,,ann," + longest + "b\n");
    assertThat(faults)
        .singleElement()
        .asString()
        .startsWith("limits/")
        .contains(":2: ", "has 1001 characters, expected at most 1000");
  }
}
