package io.headgate.ops.internal.command.candidate;

import io.headgate.ops.internal.access.CurrentUser;
import io.headgate.ops.internal.command.Commands;
import io.headgate.spi.noun.Rows;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Copies a folder of rules to the node, checked and compiled, without letting it serve. */
@Service
@Command(
    scope = "rule",
    name = "stage",
    description =
        "Copies a folder of rules to the node, checked and compiled, without letting it serve",
    detailedDescription = "classpath:/man/rule-stage.txt")
public final class RuleStage extends DeskCommand {

  @Argument(
      name = "folder",
      description = "Folder with policies/ in it, from the node's own folder on",
      required = true)
  private @Nullable String folder;

  @Argument(index = 1, name = "why", description = "Reason, kept with the set", required = true)
  private @Nullable String why;

  @Override
  protected Rows rows() {
    return one(desk().stage(Commands.injected(folder), CurrentUser.name(), Commands.injected(why)));
  }

  @Override
  protected boolean isSingle() {
    return true;
  }
}
