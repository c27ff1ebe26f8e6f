package io.headgate.deployer.internal.folder;

import io.headgate.deployer.internal.folder.FolderLook.Stamp;
import io.headgate.deployer.internal.jar.JarReader;
import io.headgate.deployer.internal.jar.PluginJar;
import io.headgate.deployer.internal.jar.RefusedException;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last good jar of each plug-in, below the node's data: what a plug-in goes back to, also after
 * a restart. And the files that were overtaken by newer ones.
 */
final class PluginStore {

  private static final Logger LOG = LoggerFactory.getLogger(PluginStore.class);
  private static final String JAR = ".jar";
  private static final String FACTS = ".properties";

  private final Path folder;
  private final Path incoming;
  private final Path overtaken;

  /**
   * A plug-in that runs, or ran before this start.
   *
   * @param jar its bytes
   * @param file name of the file in the deploy folder that it came from
   * @param mark tells the run that it is in; empty where it is in none
   */
  record Kept(PluginJar plugin, Path jar, String file, String mark) {}

  PluginStore(Path folder) throws IOException {
    this.folder = folder;
    this.incoming = Files.createDirectories(folder.resolve("incoming"));
    this.overtaken = folder.resolve("overtaken");
  }

  /** Copies a file of the deploy folder, so that nobody changes it while it is read and run. */
  Path incoming(Path file) throws IOException {
    return Files.copy(
        file, incoming.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
  }

  Path incoming(String file) {
    return incoming.resolve(file);
  }

  /** All that ran before, by name. */
  Map<String, Kept> load() {
    Map<String, Kept> all = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + JAR)) {
      for (Path jar : files) {
        try (Reader facts = Files.newBufferedReader(facts(jar))) {
          Properties read = new Properties();
          read.load(facts);
          PluginJar plugin = JarReader.read(jar);
          all.put(
              plugin.name(),
              new Kept(plugin, jar, read.getProperty("file", ""), read.getProperty("mark", "")));
        } catch (IOException | RefusedException e) {
          LOG.warn("{} cannot be used any more and is forgotten", jar, e);
        }
      }
    } catch (IOException e) {
      LOG.warn("{} cannot be read; every jar is taken anew", folder, e);
    }
    return all;
  }

  private static Path facts(Path jar) {
    String name = String.valueOf(jar.getFileName());
    return jar.resolveSibling(name.substring(0, name.length() - JAR.length()) + FACTS);
  }

  /** Keeps a jar that runs, in place of the one of its name. */
  Kept keep(PluginJar plugin, Path from, String file, String mark) throws IOException {
    Path jar = folder.resolve(plugin.name() + JAR);
    if (!from.equals(jar)) {
      Files.move(from, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
    Properties facts = new Properties();
    facts.setProperty("file", file);
    facts.setProperty("mark", mark);
    try (Writer out = Files.newBufferedWriter(facts(jar))) {
      facts.store(out, "what " + plugin.name() + " came from");
    }
    return new Kept(plugin, jar, file, mark);
  }

  /** Forgets a plug-in. */
  void forget(Kept kept) {
    try {
      Files.deleteIfExists(kept.jar());
      Files.deleteIfExists(facts(kept.jar()));
    } catch (IOException e) {
      LOG.warn("{} cannot be deleted", kept.jar(), e);
    }
  }

  /** Whether this very version of a file was overtaken by a newer one. */
  boolean isOvertaken(String file, Stamp stamp) {
    return stamp.text().equals(readOvertaken().getProperty(file));
  }

  /** Notes that a version of a file was overtaken. */
  void overtake(String file, Stamp stamp) {
    Properties all = readOvertaken();
    all.setProperty(file, stamp.text());
    write(all);
  }

  /** A file is gone or has changed. */
  void forgetOvertaken(String file) {
    Properties all = readOvertaken();
    if (all.remove(file) != null) {
      write(all);
    }
  }

  private Properties readOvertaken() {
    Properties all = new Properties();
    if (Files.exists(overtaken)) {
      try (Reader in = Files.newBufferedReader(overtaken)) {
        all.load(in);
      } catch (IOException e) {
        LOG.warn("{} cannot be read", overtaken, e);
      }
    }
    return all;
  }

  private void write(Properties all) {
    try (Writer out = Files.newBufferedWriter(overtaken)) {
      all.store(out, "jars that a newer version has overtaken");
    } catch (IOException e) {
      LOG.warn("{} cannot be written", overtaken, e);
    }
  }
}
