package io.headgate.ops.internal.command.risk;

import io.headgate.ops.internal.command.NounList;
import io.headgate.spi.noun.BookNouns;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists the rows of the limit files. */
@Service
@Command(
    scope = "limit",
    name = "list",
    description = "Lists the rows of the limit files",
    detailedDescription = "classpath:/man/limit-list.txt")
public final class LimitList extends NounList {

  /** Every limit. */
  public LimitList() {
    super(BookNouns.LIMIT);
  }
}
