package io.headgate.ops.internal.command.risk;

import io.headgate.ops.internal.command.Commands;
import io.headgate.ops.internal.command.ListCommand;
import io.headgate.ops.internal.listing.Books;
import io.headgate.ops.internal.listing.Listing;
import io.headgate.spi.rules.RuleAdmin;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Shows what serves and what is wrong with the files. */
@Service
@Command(
    scope = "rule",
    name = "status",
    description = "Shows what serves and what is wrong with the files")
public final class RuleStatusShow extends ListCommand {

  @Reference private @Nullable RuleAdmin ruleAdmin;

  @Override
  protected Listing listing() throws Exception {
    return Books.ruleStatus(Commands.injected(ruleAdmin).status());
  }
}
