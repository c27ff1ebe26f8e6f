package io.headgate.ops.internal.command.node;

import io.headgate.ops.internal.command.ListCommand;
import io.headgate.ops.internal.completer.NounCompleter;
import io.headgate.spi.noun.Nouns;
import io.headgate.spi.noun.Rows;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Says what each field of a noun means; the same on every face. */
@Service
@Command(
    scope = "node",
    name = "fields",
    description = "Says what each field of a noun means, the same on every face",
    detailedDescription = "classpath:/man/node-fields.txt")
public final class NodeFields extends ListCommand {

  @Argument(name = "noun", description = "A noun such as order; all nouns without it")
  @Completion(NounCompleter.class)
  private @Nullable String noun;

  @Override
  protected Rows rows() {
    return Nouns.fields(noun == null ? "" : noun);
  }
}
