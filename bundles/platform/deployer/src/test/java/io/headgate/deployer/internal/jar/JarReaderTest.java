package io.headgate.deployer.internal.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.deployer.internal.TestJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;

class JarReaderTest {

  @TempDir Path folder;

  private ThrowingCallable reading(TestJar jar) {
    return () -> JarReader.read(jar.write(folder.resolve("x.jar")));
  }

  private static TestJar idea() {
    return TestJar.strategy("io.headgate.strategies.idea", "1.2.0");
  }

  @Test
  void aStrategySaysWhatItIs() throws Exception {
    PluginJar plugin =
        JarReader.read(
            idea()
                .header("Bundle-SymbolicName", "io.headgate.strategies.idea;singleton:=true")
                .file("cfg/io.headgate.strategies.idea-demo.cfg", "name = idea")
                .write(folder.resolve("x.jar")));

    assertThat(plugin.name()).isEqualTo("io.headgate.strategies.idea");
    assertThat(plugin.version()).isEqualTo(new Version(1, 2, 0));
    assertThat(plugin.kind()).isEqualTo("strategy");
    assertThat(plugin.needsConfiguration()).isTrue();
    assertThat(plugin.defaults()).containsExactly("io.headgate.strategies.idea-demo.cfg");
    assertThat(plugin.imports()).hasSize(1);
    assertThat(plugin.isConfiguredBy("io.headgate.strategies.idea-other.cfg")).isTrue();
    assertThat(plugin.isConfiguredBy("io.headgate.strategies.ideal.cfg")).isFalse();
    assertThat(plugin.sha256()).matches("[0-9a-f]{64}");
  }

  @Test
  void whatCannotBeAPluginIsRefusedWithTheReason() {
    assertThatThrownBy(reading(TestJar.plain())).hasMessageContaining("no OSGi bundle");
    assertThatThrownBy(reading(idea().header("Bundle-SymbolicName", "../../etc/x")))
        .hasMessageContaining("../../etc/x");
    assertThatThrownBy(reading(idea().header("Bundle-Version", "one")))
        .hasMessageContaining("'one'");
    assertThatThrownBy(reading(idea().header("Fragment-Host", "io.headgate.engine")))
        .hasMessageContaining("fragment of 'io.headgate.engine'");
    assertThatThrownBy(reading(idea().header("Export-Package", "x.y;version=1.0")))
        .hasMessageContaining("exports [x.y]");
    assertThatThrownBy(reading(idea().header("Bundle-Activator", "x.Activator")))
        .hasMessageContaining("Bundle-Activator");
    assertThatThrownBy(reading(idea().without("Service-Component")))
        .hasMessageContaining("offers no service");
    assertThatThrownBy(reading(idea().header("Service-Component", "OSGI-INF/gone.xml")))
        .hasMessageContaining("OSGI-INF/gone.xml");
    assertThatThrownBy(reading(idea().component("java.lang.Runnable", "p")))
        .hasMessageContaining("offers no service");
    assertThatThrownBy(reading(idea().file("OSGI-INF/idea.xml", "<!DOCTYPE x [<!ENTITY y 'z'>]>")))
        .hasMessageContaining("OSGI-INF/idea.xml");
    assertThatThrownBy(reading(idea().file("cfg/org.apache.karaf.shell.cfg", "sshHost = 0.0.0.0")))
        .hasMessageContaining("cfg/org.apache.karaf.shell.cfg");
    assertThatThrownBy(reading(idea().file("cfg/../io.headgate.strategies.idea.cfg", "")))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void everyShorterCopyIsNotWhole() throws IOException {
    byte[] whole = Files.readAllBytes(idea().write(folder.resolve("x.jar")));
    Path copy = folder.resolve("copy.jar");

    for (int length = 0; length < whole.length; length++) {
      Files.write(copy, Arrays.copyOf(whole, length));
      assertThat(JarReader.isWhole(copy)).as("the first %d bytes", length).isFalse();
    }
    Files.write(copy, whole);
    assertThat(JarReader.isWhole(copy)).isTrue();
  }

  @Test
  void damageInAnEntryIsSeen() throws IOException {
    byte[] content = new byte[4_000];
    new Random(7).nextBytes(content);
    String text = java.util.HexFormat.of().formatHex(content);
    byte[] whole = Files.readAllBytes(idea().file("data", text).write(folder.resolve("x.jar")));
    whole[whole.length / 2] ^= 0x10;
    Path damaged = Files.write(folder.resolve("damaged.jar"), whole);

    assertThat(JarReader.isWhole(damaged)).isFalse();
  }
}
