package io.headgate.ops.internal.command;

import io.headgate.spi.noun.Noun;
import io.headgate.spi.noun.NounSource;
import io.headgate.spi.noun.Rows;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.jspecify.annotations.Nullable;

/** Lists everything there is of one noun. */
public abstract class NounList extends ListCommand {

  private static final int MOST = 100_000;

  private final Noun<?> noun;

  @Reference private @Nullable NounSource nounSource;

  /**
   * @param noun what is listed
   */
  protected NounList(Noun<?> noun) {
    this.noun = noun;
  }

  @Override
  protected Rows rows() {
    return Commands.injected(nounSource).rows(noun, MOST);
  }
}
