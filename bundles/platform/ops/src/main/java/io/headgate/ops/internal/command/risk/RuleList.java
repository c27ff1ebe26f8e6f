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

/** Lists the rules that serve. */
@Service
@Command(scope = "rule", name = "list", description = "Lists the rules that serve")
public final class RuleList extends ListCommand {

  @Reference private @Nullable RuleAdmin ruleAdmin;

  @Override
  protected Listing listing() throws Exception {
    return Books.rules(Commands.injected(ruleAdmin).status());
  }
}
