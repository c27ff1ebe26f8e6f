package io.headgate.ops.internal.command.flow;

import io.headgate.ops.internal.command.NounList;
import io.headgate.spi.noun.FlowNouns;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists the market data feeds. */
@Service
@Command(
    scope = "feed",
    name = "list",
    description = "Lists the market data feeds",
    detailedDescription = "classpath:/man/feed-list.txt")
public final class FeedList extends NounList {

  /** Every feed. */
  public FeedList() {
    super(FlowNouns.FEED);
  }
}
