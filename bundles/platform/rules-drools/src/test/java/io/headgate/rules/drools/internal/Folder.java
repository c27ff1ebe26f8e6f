package io.headgate.rules.drools.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** A rules folder for a test, with one policy named {@code test}. */
public final class Folder {

  /** The folder that Headgate ships, seen from this module. */
  public static final Path SHIPPED = Path.of("../../../rules");

  public static final String POLICY =
      """
      # Test
      - Owner: Tests
      - Purpose: to be read by tests
      - Article: none
      """;

  public static final String EXAMPLES =
      """
      example,verdict,quantity,max-order-qty
      small,pass,1,10
      large,block,11,10
      """;

  public static final String RULES =
      """
      rule "size"
      when
        $o : OrderContext(quantity > maxOrderQty)
      then
        $o.block("QTY_MAX", LimitKind.MAX_ORDER_QTY, $o.getQuantity());
      end
      """;

  private final Path root;

  /** Starts with a sound policy. */
  public Folder(Path root) throws IOException {
    this(root, true);
  }

  private Folder(Path root, boolean fresh) throws IOException {
    this.root = root;
    if (fresh) {
      write("policy.md", POLICY);
      write("examples.csv", EXAMPLES);
      write("size.drl", RULES);
    }
  }

  /** A folder that is there, as it is. */
  public static Folder existing(Path root) throws IOException {
    return new Folder(root, false);
  }

  /** The rules folder. */
  public Path root() {
    return root;
  }

  /** A file of the policy. */
  public Path path(String name) {
    return root.resolve("policies/test").resolve(name);
  }

  /** Writes a file of the policy whole. */
  public void write(String name, String text) throws IOException {
    Files.createDirectories(path(name).getParent());
    Path aside = root.resolve("aside");
    Files.writeString(aside, text);
    Files.move(
        aside,
        path(name),
        java.nio.file.StandardCopyOption.ATOMIC_MOVE,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  /** Copies a rules folder's policies. */
  public static void copyPolicies(Path from, Path to) throws IOException {
    copyPolicies(from, to, ".*");
  }

  /** Those alone whose names match: many tests need few rules, and every rule takes its time. */
  public static void copyPolicies(Path from, Path to, String names) throws IOException {
    Files.copy(from.resolve("headgate.dsl"), to.resolve("headgate.dsl"));
    try (Stream<Path> files = Files.walk(from.resolve("policies"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!Objects.requireNonNull(file.getParent()).getFileName().toString().matches(names)) {
          continue;
        }
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
