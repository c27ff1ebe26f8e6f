package io.headgate.access.internal.command;

import io.headgate.spi.audit.AuditEvent.Result;
import io.headgate.spi.audit.AuditRecord;
import io.headgate.spi.audit.AuditTrail;
import io.headgate.spi.noun.AuditNouns;
import io.headgate.spi.noun.Field;
import io.headgate.spi.noun.NounJson;
import io.headgate.spi.noun.Row;
import io.headgate.spi.noun.Rows;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;

/** Lists the latest logins and acts, newest first. */
@Service
@Command(
    scope = "audit",
    name = "list",
    description = "Lists the latest logins and acts, newest first",
    detailedDescription = "classpath:/man/audit-list.txt")
public final class AuditList implements Action {

  private static final int MOST = 2000;
  private static final int LONGEST_CELL = 60;

  @Option(name = "--json", description = "Print JSON with every field instead of a table")
  private boolean json;

  @Option(name = "--limit", description = "How many records at most, 1 to 2000")
  private int limit = 50;

  @Option(name = "--user", description = "Only what this user did or tried")
  private @Nullable String user;

  @Option(name = "--refused", description = "Only what was refused")
  private boolean refused;

  @Reference private @Nullable AuditTrail trail;

  @Reference private @Nullable Session session;

  @Override
  public @Nullable Object execute() {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException(
          "--limit is %d, expected 1 to %d; older records are in data/audit"
              .formatted(limit, MOST));
    }
    AuditTrail records = trail;
    Session console = session;
    if (records == null || console == null) {
      throw new IllegalStateException("the console did not fill in a reference of this command");
    }
    Rows rows =
        AuditNouns.AUDIT.rows(
            records.latest(MOST).stream().filter(this::isAskedFor).limit(limit).toList());
    print(console.getConsole(), rows);
    return null;
  }

  private boolean isAskedFor(AuditRecord record) {
    return (user == null || record.event().caller().user().equals(user))
        && (!refused || record.event().result() == Result.REFUSED);
  }

  /**
   * What is too long loses its middle: an act over REST begins with its kind, ends with its verb.
   */
  static String cut(String text) {
    int half = LONGEST_CELL / 2;
    return text.length() > LONGEST_CELL
        ? text.substring(0, half) + "…" + text.substring(text.length() - half)
        : text;
  }

  private void print(PrintStream out, Rows rows) {
    if (json) {
      out.println(NounJson.array(rows));
      return;
    }
    ShellTable table = new ShellTable().emptyTableText("none");
    List<Integer> shown = new ArrayList<>();
    List<? extends Field<?>> fields = rows.noun().fields();
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).column()) {
        table.column(fields.get(i).name());
        shown.add(i);
      }
    }
    for (Row row : rows.rows()) {
      List<Object> cells = new ArrayList<>();
      shown.forEach(i -> cells.add(cut(String.valueOf(row.values().get(i)))));
      table.addRow().addContent(cells);
    }
    table.print(out);
  }
}
