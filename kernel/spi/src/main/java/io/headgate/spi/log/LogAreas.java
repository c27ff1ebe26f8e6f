package io.headgate.spi.log;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Log levels by area; safe from every thread. A change lasts until it is reset or the node ends.
 */
@ProviderType
public interface LogAreas {

  /** The levels there are, from the quietest. */
  List<String> LEVELS = List.of("ERROR", "WARN", "INFO", "DEBUG", "TRACE");

  /** All areas, by name. */
  List<LogArea> areas();

  /**
   * Gives an area another level.
   *
   * @param who login of the person
   * @return the area after it
   * @throws IllegalArgumentException if there is no such area or level; the message lists them
   */
  LogArea set(String area, String level, String who);

  /**
   * Gives an area its default level again.
   *
   * @param who login of the person
   * @return the area after it
   * @throws IllegalArgumentException if there is no such area; the message lists them
   */
  LogArea reset(String area, String who);
}
