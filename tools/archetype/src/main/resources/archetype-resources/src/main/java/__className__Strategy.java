package ${package};

import io.headgate.model.instrument.InstrumentId;
import io.headgate.model.market.Quote;
import io.headgate.spi.plugin.ConfigFile;
import io.headgate.spi.plugin.Health;
import io.headgate.spi.plugin.SettingsInForce;
import io.headgate.spi.strategy.Strategy;
import io.headgate.spi.strategy.StrategyContext;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** What the node sees of {@link ${className}}; a wrong value in its .cfg changes nothing. */
@Component(
    service = Strategy.class,
    configurationPid = ${className}Settings.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ${className}Settings.Config.class, factory = true)
public final class ${className}Strategy implements Strategy {

  private final SettingsInForce<${className}Settings> settings;
  private final String nameOfFile;
  private ${className} idea;

  @Activate
  public ${className}Strategy(${className}Settings.Config config, Map<String, Object> properties) {
    ConfigFile file = new ConfigFile(${className}Settings.PID, properties);
    nameOfFile = file.nameOr("name");
    settings = SettingsInForce.tried(() -> ${className}Settings.of(config, file));
  }

  ${className}Strategy(${className}Settings settings) {
    nameOfFile = settings.name();
    this.settings = SettingsInForce.of(settings);
  }

  @Modified
  void modified(${className}Settings.Config config, Map<String, Object> properties) {
    ConfigFile file = new ConfigFile(${className}Settings.PID, properties);
    settings.change(() -> ${className}Settings.of(config, file));
  }

  @Override
  public String name() {
    return settings.isUsable() ? settings.now().name() : nameOfFile;
  }

  @Override
  public String account() {
    return settings.isUsable() ? settings.now().account() : "";
  }

  @Override
  public Set<InstrumentId> subscriptions() {
    return settings.now().instruments();
  }

  @Override
  public Health health() {
    return settings.health();
  }

  @Override
  public long generation() {
    return settings.generation();
  }

  @Override
  public void start(StrategyContext context) {
    idea = new ${className}(context, settings.now());
  }

  @Override
  public void onQuote(Quote quote) {
    idea.onQuote(quote);
  }
}
