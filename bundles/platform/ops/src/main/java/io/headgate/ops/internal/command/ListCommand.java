package io.headgate.ops.internal.command;

import io.headgate.ops.internal.listing.Tables;
import io.headgate.spi.noun.Row;
import io.headgate.spi.noun.Rows;
import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;

/** A command that prints rows: a table for people, JSON with every field for programs. */
public abstract class ListCommand implements Action {

  @Option(name = "--json", description = "Print JSON with every field instead of a table")
  private boolean json;

  @Option(
      name = "--columns",
      description = "Fields to show, with commas; all for all of them; node:fields lists them")
  private @Nullable String columns;

  @Reference private @Nullable Session session;

  /** What is printed. */
  protected abstract Rows rows() throws Exception;

  /** Whether there is always one row, which is printed field by field, or as one JSON object. */
  protected boolean isSingle() {
    return false;
  }

  /** Whether a program reads what is printed. */
  protected final boolean isJson() {
    return json;
  }

  /** Prints the table; not called for JSON. */
  protected void print(PrintStream out, Rows rows) {
    Tables.table(out, rows, columns == null ? "" : columns);
  }

  @Override
  public final @Nullable Object execute() throws Exception {
    PrintStream out = Commands.injected(session).getConsole();
    Rows rows = rows();
    if (isSingle() && (columns == null || columns.isEmpty())) {
      Row row = rows.rows().get(0);
      if (json) {
        Tables.json(out, row);
      } else {
        Tables.fields(out, row);
      }
    } else if (json) {
      Tables.json(out, rows);
    } else {
      print(out, rows);
    }
    return null;
  }
}
