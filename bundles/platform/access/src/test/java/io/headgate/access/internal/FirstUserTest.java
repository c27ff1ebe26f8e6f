package io.headgate.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstUserTest {

  @TempDir Path etc;
  private LoginFiles files;
  private final List<String> shown = new ArrayList<>();

  @BeforeEach
  void groupsAlone() throws IOException {
    files = new LoginFiles(etc);
    Files.writeString(files.users(), "# who\n_g_\\:admins = group,admin\n");
    Files.writeString(files.keys(), "_g_\\:admins = group,admin\n");
  }

  private void start() {
    new FirstUser(files, (user, password, file) -> shown.add(password)).make();
  }

  @Test
  void aNodeWithoutUsersGetsOneWithARandomPasswordThatIsKeptAsAHashAlone() throws IOException {
    start();

    assertThat(shown).hasSize(1);
    String password = shown.get(0);
    assertThat(password).hasSize(24);
    String users = Files.readString(files.users());
    assertThat(users).contains("_g_\\:admins = group,admin").doesNotContain(password);
    String line = users.lines().filter(l -> l.startsWith("admin = ")).findFirst().orElseThrow();
    assertThat(line).matches("admin = \\{CRYPT}[^,]+\\{CRYPT},_g_:admins");
    String hash = line.substring(line.indexOf('}') + 1, line.lastIndexOf("{CRYPT}"));
    Pbkdf2Encryption encryption = new Pbkdf2Encryption();
    assertThat(encryption.checkPassword(password, hash)).isTrue();
    assertThat(encryption.checkPassword(password + "x", hash)).isFalse();
  }

  @Test
  void theSecondStartShowsAndChangesNothing() throws IOException {
    start();
    String users = Files.readString(files.users());
    String keys = Files.readString(files.keys());

    start();

    assertThat(shown).hasSize(1);
    assertThat(files.users()).hasContent(users);
    assertThat(files.keys()).hasContent(keys);
  }

  @Test
  void twoNodesGetTwoPasswords() throws IOException {
    start();
    groupsAlone();
    start();

    assertThat(shown).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void secretsAreReadableByTheirOwnerAlone() throws IOException {
    start();

    for (Path file : List.of(files.users(), files.keys(), files.clientKey())) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .as(file.toString())
          .isEqualTo("rw-------");
    }
  }

  @Test
  void aUserWhomSomebodyWroteIsLeftAlone() throws IOException {
    Files.writeString(files.users(), "bob = secret,_g_:admins\n");

    start();

    assertThat(shown).isEmpty();
    assertThat(Files.readString(files.users())).doesNotContain("admin =");
  }
}
