package ${package};

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.number.Fixed;
import io.headgate.spi.plugin.ConfigFile;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the strategy, checked. Quantities have nine decimals. */
record ${className}Settings(
    String name,
    String account,
    Set<InstrumentId> instruments,
    int runLength,
    long orderQty,
    long maxPosition,
    long pauseNanos) {

  static final String PID = "io.headgate.strategies.${word}";

  private static final Pattern ACCOUNT = Pattern.compile("\\S{1,32}");
  private static final long MOST = 1_000_000_000L * Fixed.ONE;

  /** Keys of the .cfg file, with their defaults. */
  @ObjectClassDefinition(name = "Strategy ${pluginName}")
  @interface Config {
    @AttributeDefinition(description = "Id of the strategy, 1 to 32 of a-z, 0-9 and -")
    String name() default "${pluginName}";

    @AttributeDefinition(description = "Account that it trades for")
    String account() default "DEMO";

    @AttributeDefinition(description = "What it trades, SYMBOL.VENUE separated by commas")
    String instruments() default "ALFA.SIM, BRVO.SIM";

    @AttributeDefinition(description = "Rises or falls in a row, quotes", min = "1", max = "1000")
    int runLength() default 3;

    @AttributeDefinition(description = "Quantity of one order, whole lots, at least one")
    String orderQty() default "10";

    @AttributeDefinition(description = "Largest position, long or short")
    String maxPosition() default "100";

    @AttributeDefinition(
        description = "Pause between two orders in one instrument, milliseconds",
        min = "1",
        max = "3600000")
    int pauseMillis() default 500;
  }

  static ${className}Settings of(Config config, ConfigFile file) {
    return new ${className}Settings(
        file.name("name", config::name),
        file.text("account", config::account, ACCOUNT, "an account of etc/reference/accounts.csv"),
        file.instruments("instruments", config::instruments),
        file.count("runLength", config::runLength, 1, 1_000),
        file.decimal("orderQty", config::orderQty, 1, MOST),
        file.decimal("maxPosition", config::maxPosition, 1, MOST),
        file.whole("pauseMillis", config::pauseMillis, 1, 3_600_000) * 1_000_000);
  }
}
