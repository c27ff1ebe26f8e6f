package io.headgate.node.internal.session.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.model.execution.ExecType;
import io.headgate.model.position.PositionKey;
import io.headgate.spi.broker.VenueSnapshot;
import io.headgate.spi.journal.JournalRecord;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ConsistencyCheckTest {

  private final Books books = new Books();

  @Test
  void booksThatAgreeAreConsistent() {
    assertThat(books.inconsistencies()).isEmpty();
  }

  @Test
  void aFillThatTheEngineLostIsFound() {
    books.position = Books.units(100);
    books.fills = 2;

    assertThat(books.inconsistencies())
        .containsExactly(
            "position ACC1 ACME.SIM: engine 100, fills in the journal 160, venue 160",
            "fills: 3 distinct trades in the journal since the start, 2 in the engine");
  }

  @Test
  void aFillThatTheEngineCountedTwiceIsFound() {
    books.position = Books.units(220);
    books.fills = 4;

    assertThat(books.inconsistencies())
        .hasSize(2)
        .first()
        .asString()
        .contains("engine 220, fills in the journal 160, venue 160");
  }

  @Test
  void aFillThatIsNotInTheJournalIsFound() {
    books.journal.removeIf(r -> r.equals(Books.trade(2, "T3", 60)));

    assertThat(books.inconsistencies())
        .contains("position ACC1 ACME.SIM: engine 160, fills in the journal 100, venue 160");
  }

  @Test
  void aFillThatOnlyTheVenueKnowsIsFound() {
    books.venuePosition = Books.units(170);
    books.venueOrders = Map.of(Books.id(2), Books.units(30));

    assertThat(books.inconsistencies())
        .containsExactly(
            "position ACC1 ACME.SIM: engine 160, fills in the journal 160, venue 170",
            "order N1-1-2: engine 40 at paper, venue 30 at paper");
  }

  @Test
  void aPositionThatOnlyTheEngineHasIsFound() {
    books.venuePosition = 0;

    assertThat(books.inconsistencies())
        .containsExactly("position ACC1 ACME.SIM: engine 160, fills in the journal 160, venue 0");
  }

  @Test
  void anOrderThatTheVenueLostIsFound() {
    books.venueOrders = Map.of();

    assertThat(books.inconsistencies())
        .containsExactly("order N1-1-2: engine 40 at paper, venue not open");
  }

  @Test
  void aGhostOrderAtTheVenueIsFound() {
    books.venueOrders = Map.of(Books.id(2), Books.units(40), Books.id(9), Books.units(1));

    assertThat(books.inconsistencies())
        .containsExactly("order N1-1-9: engine not open, venue 1 at paper");
  }

  @Test
  void anOrderOfWhichMoreIsLeftThanTheVenueSaysIsFound() {
    books.openOrders = List.of(Books.order(2, 100, 50));

    assertThat(books.inconsistencies())
        .containsExactly("order N1-1-2: engine 50 at paper, venue 40 at paper");
  }

  @Test
  void anOrderAtTwoVenuesIsFound() {
    List<String> found =
        new ConsistencyCheck(
                books.counters(),
                List.of(Books.position(books.position)),
                books.openOrders,
                books.fold(),
                Map.of(
                    "paper",
                    books.snapshot(),
                    "other",
                    new VenueSnapshot(Map.of(), Map.of(Books.id(2), Books.units(40)))))
            .inconsistencies();

    assertThat(found).hasSize(1).first().asString().startsWith("order N1-1-2: engine 40 at paper");
  }

  @Test
  void anOrderAtAnotherVenueThanTheEngineThinksIsFound() {
    List<String> found =
        new ConsistencyCheck(
                books.counters(),
                List.of(Books.position(books.position)),
                books.openOrders,
                books.fold(),
                Map.of("other", books.snapshot()))
            .inconsistencies();

    assertThat(found).containsExactly("order N1-1-2: engine 40 at paper, venue 40 at other");
  }

  @Test
  void positionsOfSeveralVenuesAddUp() {
    VenueSnapshot one = new VenueSnapshot(Map.of(Books.KEY, Books.units(100)), books.venueOrders);
    VenueSnapshot two = new VenueSnapshot(Map.of(Books.KEY, Books.units(60)), Map.of());

    assertThat(
            new ConsistencyCheck(
                    books.counters(),
                    List.of(Books.position(books.position)),
                    books.openOrders,
                    books.fold(),
                    Map.of("paper", one, "other", two))
                .inconsistencies())
        .isEmpty();
  }

  @Test
  void aMissingDecisionIsFound() {
    books.journal.removeIf(r -> r.equals(Books.denied(3)));

    assertThat(books.inconsistencies())
        .containsExactly(
            "decisions: 2 in the journal since the start, 2 accepted + 1 denied = 3 in the engine");
  }

  @Test
  void aDecisionTooManyIsFound() {
    books.journal.add(Books.denied(4));

    assertThat(books.inconsistencies()).singleElement().asString().contains("4 in the journal");
  }

  @Test
  void decisionsAndFillsOfEarlierRunsCountForPositionsOnly() {
    books.journal.add(new JournalRecord.Started(1, "N1", 2, "0.1.0"));
    books.accepted = 0;
    books.denied = 0;
    books.fills = 0;

    assertThat(books.inconsistencies()).isEmpty();
  }

  @Test
  void aFillOfAnOrderThatNobodySentIsFound() {
    books.journal.add(Books.trade(77, "T9", 5));

    assertThat(books.inconsistencies())
        .containsExactly("journal record 9 fills order N1-1-25, which no DECISION before it sent");
  }

  @Test
  void fillsOfAReplacedOrderBelongToItsAccount() {
    books.journal.add(Books.replace(4, 2, 120));
    books.journal.add(Books.trade(4, "T4", 20));
    books.accepted = 3;
    books.fills = 4;
    books.position = Books.units(180);
    books.venuePosition = Books.units(180);

    assertThat(books.inconsistencies()).isEmpty();
  }

  @Test
  void aBustedTradeDoesNotCountWhateverTheOrder() {
    books.journal.add(Books.report(ExecType.TRADE_CANCEL, 2, "T3", 60));
    books.position = Books.units(100);
    books.venuePosition = Books.units(100);
    assertThat(books.inconsistencies()).isEmpty();

    books.journal.add(0, Books.report(ExecType.TRADE_CANCEL, 1, "T2", 30));
    books.position = Books.units(70);
    books.venuePosition = Books.units(70);
    assertThat(books.inconsistencies()).isEmpty();
  }

  @Test
  void aBustThatTheEngineDidNotApplyIsFound() {
    books.journal.add(Books.report(ExecType.TRADE_CANCEL, 2, "T3", 60));

    assertThat(books.inconsistencies())
        .containsExactly("position ACC1 ACME.SIM: engine 160, fills in the journal 100, venue 160");
  }

  @Test
  void aFlatPositionIsNoPosition() {
    assertThat(
            new ConsistencyCheck(
                    books.counters(),
                    List.of(
                        Books.position(books.position),
                        new io.headgate.model.position.Position(
                            new PositionKey("ACC2", Books.ACME), 0, 0, 0, 0, 0, 0, 2)),
                    books.openOrders,
                    books.fold(),
                    Map.of("paper", books.snapshot()))
                .inconsistencies())
        .isEmpty();
  }

  @Test
  void aLongListIsCutAndSaysSo() {
    LongStream.range(100, 150).forEach(i -> books.journal.add(Books.trade(i, "G" + i, 1)));

    assertThat(books.inconsistencies()).hasSize(21).last().isEqualTo("and 30 more");
  }
}
