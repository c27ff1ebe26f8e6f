package io.headgate.engine.internal.service;

import io.headgate.spi.plugin.Health;

/** The running engine, for the faces that this bundle shows of it. */
public interface EngineHandle {

  /** The engine; started. */
  Engine engine();

  /** Whether its configuration is in force. */
  Health configuration();
}
