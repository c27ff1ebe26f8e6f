package io.headgate.ops.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command says what it does, with an example, units, errors and its exit. */
class ManPagesTest {

  private static final Path CLASSES = Path.of("target/classes");

  static List<Class<?>> commands() throws IOException {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .map(CLASSES::relativize)
          .map(file -> file.toString().replace('/', '.').replaceFirst("\\.class$", ""))
          .filter(name -> name.contains(".command."))
          .map(ManPagesTest::load)
          .filter(type -> type.isAnnotationPresent(Command.class))
          .collect(Collectors.toList());
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, ManPagesTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasAPageWithItsFourParts(Class<?> type) throws IOException {
    Command command = type.getAnnotation(Command.class);
    String name = command.scope() + ":" + command.name();
    String page = "man/" + command.scope() + "-" + command.name() + ".txt";
    assertThat(type.isAnnotationPresent(Service.class)).as(name).isTrue();
    assertThat(command.description()).as(name).isNotBlank();
    assertThat(command.detailedDescription()).as(name).isEqualTo("classpath:/" + page);
    try (InputStream text = type.getResourceAsStream("/" + page)) {
      assertThat(text).as(page).isNotNull();
      String read = new String(text.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(read).as(page).contains("EXAMPLE\n  " + name);
      assertThat(read).as(page).containsSubsequence("EXAMPLE\n", "UNITS\n", "ERRORS\n", "EXIT\n");
    }
  }

  @Test
  void noPageIsLeftOverAndEveryCompleterIsThere() throws IOException {
    Set<String> wanted = new TreeSet<>();
    for (Class<?> type : commands()) {
      Command command = type.getAnnotation(Command.class);
      wanted.add(command.scope() + "-" + command.name() + ".txt");
      for (var field : type.getDeclaredFields()) {
        Completion completion = field.getAnnotation(Completion.class);
        if (completion != null) {
          assertThat(completion.value().isAnnotationPresent(Service.class)).isTrue();
        }
      }
    }
    assertThat(wanted).hasSizeGreaterThan(35);
    try (Stream<Path> pages = Files.list(CLASSES.resolve("man"))) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(wanted);
    }
  }
}
