package io.headgate.engine.internal.service;

/** The running engine, for the faces that this bundle shows of it. */
public interface EngineHandle {

  /** The engine; started. */
  Engine engine();
}
