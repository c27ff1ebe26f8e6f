package io.headgate.ops.internal.command.risk;

import io.headgate.ops.internal.command.Commands;
import io.headgate.ops.internal.command.ListCommand;
import io.headgate.ops.internal.listing.Books;
import io.headgate.ops.internal.listing.Listing;
import io.headgate.spi.limits.Limits;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Lists the limits in force. */
@Service
@Command(scope = "limit", name = "list", description = "Lists the limits in force")
public final class LimitList extends ListCommand {

  @Reference private @Nullable Limits limits;

  @Override
  protected Listing listing() throws Exception {
    return Books.limits(Commands.injected(limits).rows());
  }
}
