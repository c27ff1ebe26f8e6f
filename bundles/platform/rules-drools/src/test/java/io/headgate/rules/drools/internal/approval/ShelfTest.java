package io.headgate.rules.drools.internal.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.rules.drools.internal.Folder;
import io.headgate.rules.drools.internal.load.SetFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfTest {

  @TempDir Path base;
  private SetFiles files;

  @BeforeEach
  void makeSet() throws Exception {
    files = SetFiles.read(new Folder(Files.createDirectories(base.resolve("rules"))).root());
  }

  @Test
  void filesThatAreNotWhatWasKeptGiveWayToGoodOnes() throws Exception {
    Shelf shelf = new Shelf(base.resolve("sets"));
    shelf.keep(files);
    Path kept = shelf.folder().resolve(files.hash()).resolve("policies/test/size.drl");
    Files.writeString(kept, "");

    shelf.keep(files);

    assertThat(kept).hasContent(Folder.RULES);
    assertThat(shelf.read(files.hash()).hash()).isEqualTo(files.hash());
    assertThat(shelf.find(files.hash().substring(0, 8))).isEqualTo(files.hash());
    try (var entries = Files.list(shelf.folder())) {
      assertThat(entries)
          .as("what was there is put aside")
          .anyMatch(entry -> entry.getFileName().toString().startsWith(".bad-" + files.hash()));
    }
  }

  @Test
  void whatWasLeftHalfCopiedIsSweptAtTheStart() throws Exception {
    Shelf shelf = new Shelf(base.resolve("sets"));
    shelf.keep(files);
    Path half = Files.createDirectories(shelf.folder().resolve(".new-1/policies/test"));
    Files.writeString(half.resolve("size.drl"), Folder.RULES);
    Shelf again = new Shelf(base.resolve("sets"));
    assertThat(again.folder().resolve(".new-1")).doesNotExist();
    assertThat(again.read(files.hash()).hash()).isEqualTo(files.hash());
  }

  @Test
  void everyFileIsDurableBeforeTheSetHasItsName() throws Exception {
    Path home = base.resolve("sets").resolve(files.hash());
    List<String> forced = new ArrayList<>();
    List<Boolean> named = new ArrayList<>();
    Shelf shelf =
        new Shelf(
            base.resolve("sets"),
            file -> {
              forced.add(file.getFileName().toString());
              named.add(Files.exists(home));
            });
    shelf.keep(files);
    assertThat(forced).contains("size.drl", "policy.md", "examples.csv", "test", "policies");
    assertThat(forced).last().isEqualTo("sets");
    assertThat(named.indexOf(true)).isEqualTo(forced.size() - 1);
  }
}
