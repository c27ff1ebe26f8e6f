package io.headgate.ops.internal.command;

import io.headgate.ops.internal.listing.Listing;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;

/** A command that prints rows. */
public abstract class ListCommand implements Action {

  @Option(name = "--json", description = "Print JSON instead of a table")
  private boolean json;

  @Reference private @Nullable Session session;

  /** What is printed. */
  protected abstract Listing listing() throws Exception;

  @Override
  public @Nullable Object execute() throws Exception {
    listing().print(Commands.injected(session).getConsole(), json);
    return null;
  }
}
