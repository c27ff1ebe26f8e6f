package io.headgate.ops.internal.command.risk;

import io.headgate.ops.internal.command.Commands;
import io.headgate.ops.internal.command.ListCommand;
import io.headgate.spi.limits.Limits;
import io.headgate.spi.noun.BookNouns;
import io.headgate.spi.noun.NounSource;
import io.headgate.spi.noun.Rows;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Reads the limit files now. */
@Service
@Command(
    scope = "limit",
    name = "reload",
    description = "Reads the limit files now",
    detailedDescription = "classpath:/man/limit-reload.txt")
public final class LimitReload extends ListCommand {

  @Reference private @Nullable Limits limits;
  @Reference private @Nullable NounSource nounSource;

  @Override
  protected Rows rows() {
    Limits current = Commands.injected(limits);
    List<String> faults = current.reload();
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(
          "the files were refused, the limits before stay in force: " + String.join("; ", faults));
    }
    return Commands.injected(nounSource).rows(BookNouns.LIMIT_SET, 1);
  }

  @Override
  protected boolean isSingle() {
    return true;
  }
}
