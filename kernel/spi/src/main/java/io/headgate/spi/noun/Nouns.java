package io.headgate.spi.noun;

import java.util.List;

/** Every noun that has a face of its own: a list on the console, in an MBean and over REST. */
public final class Nouns {

  private static final List<Noun<?>> ALL =
      List.of(
          OrderNouns.ORDER,
          OrderNouns.DECISION,
          BookNouns.POSITION,
          BookNouns.LIMIT,
          BookNouns.RIGHT,
          BookNouns.RULE,
          InsightNouns.OVERRIDE,
          CandidateNouns.CANDIDATE,
          CandidateNouns.REPLAY,
          CandidateNouns.RULE_NODE,
          FlowNouns.ROUTE,
          FlowNouns.FEED,
          FlowNouns.STRATEGY,
          FlowNouns.SCORER,
          FlowNouns.OPTIMISER,
          FlowNouns.BROKER,
          FlowNouns.PLUGIN,
          NodeNouns.NODE,
          NodeNouns.PART,
          NodeNouns.RESTRICTION,
          NodeNouns.ALARM,
          NodeNouns.LOG,
          NodeNouns.METRIC,
          AuditNouns.AUDIT);

  /**
   * One field of one noun, for a list of all of them.
   *
   * @param noun whose
   * @param field which
   */
  public record Described(Noun<?> noun, Field<?> field) {}

  /** What the fields of all nouns are; the same on every face. */
  public static final Noun<Described> FIELD =
      Noun.<Described>named("field", "fields", "A field of a noun, the same on every face")
          .text("noun", "Noun that has it", d -> d.noun().name())
          .column()
          .text("name", "Its name", d -> d.field().name())
          .column()
          .text("type", "How its value is written", d -> d.field().type())
          .column()
          .text("unit", "Unit of the value; empty where it has none", d -> d.field().unit())
          .column()
          .text("doc", "What it says", d -> d.field().doc())
          .column()
          .build();

  private Nouns() {}

  /** All nouns. */
  public static List<Noun<?>> all() {
    return ALL;
  }

  /** The fields of all nouns, or of one. */
  public static Rows fields(String noun) {
    List<Described> described =
        ALL.stream()
            .filter(one -> noun.isEmpty() || one.name().equals(noun))
            .flatMap(
                one -> one.fields().stream().map(field -> new Described(one, (Field<?>) field)))
            .toList();
    if (described.isEmpty()) {
      throw new IllegalArgumentException(
          "no noun '%s'; there are %s"
              .formatted(noun, String.join(", ", ALL.stream().map(Noun::name).toList())));
    }
    return FIELD.rows(described);
  }
}
