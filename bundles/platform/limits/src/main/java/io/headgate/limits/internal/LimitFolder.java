package io.headgate.limits.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder that limit files lie in. */
final class LimitFolder {

  /** Of all files together. */
  private static final long MAX_BYTES = 16L * 1024 * 1024;

  private static final int MAX_FILES = 1000;

  /** What spreadsheets save that is no CSV. */
  private static final Pattern SHEET = Pattern.compile(".*\\.(xls[xmb]?|ods|tsv|txt)");

  private final Path folder;

  LimitFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public String toString() {
    return folder.toString();
  }

  /**
   * What changes when a file does: names, lengths, times, rights; or why the folder is unreadable.
   */
  String fingerprint() {
    StringBuilder print = new StringBuilder();
    try {
      for (Path file : files()) {
        BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
        print.append(file.getFileName()).append('|').append(is.size()).append('|');
        print.append(is.lastModifiedTime()).append('|').append(is.fileKey()).append('|');
        print.append(Files.isReadable(file)).append('\n');
      }
    } catch (IOException e) {
      // A file that goes away between two looks is the normal way of editors to save.
      print.append(e);
    }
    return print.toString();
  }

  /** Reads everything, as one set. */
  LimitSet read(List<String> served) {
    SortedMap<String, byte[]> contents = new TreeMap<>();
    List<String> faults = new ArrayList<>();
    try {
      List<Path> files = files();
      if (files.size() > MAX_FILES) {
        faults.add("limits: found more than %d files; put them together".formatted(MAX_FILES));
        files = List.of();
      }
      long free = MAX_BYTES;
      for (Path file : files) {
        Place place = new Place(String.valueOf(file.getFileName()), 0);
        byte[] content = content(file, place, free, faults);
        if (content != null) {
          contents.put(place.file(), content);
          free -= content.length;
        }
      }
    } catch (IOException e) {
      faults.add(
          ("limits: the folder %s can not be read (%s); create it, or correct 'folder' in"
                  + " etc/io.headgate.limits.cfg")
              .formatted(folder, e));
    }
    return LimitSet.read(contents, faults, served);
  }

  /** One file; null, and a fault, if it can not be used. */
  private byte @Nullable [] content(Path file, Place place, long free, List<String> faults) {
    if (Visible.hidden(place.file()) >= 0) {
      Place shown = new Place(Visible.shown(place.file()), 0);
      faults.add(shown.fault("its name has signs that are not seen, each shown as ?; rename it"));
      return null;
    }
    try {
      Path real = file.toRealPath();
      if (!real.startsWith(folder.toRealPath())) {
        faults.add(place.fault("it leads out of the folder to " + real + "; put it here"));
        return null;
      }
      if (SHEET.matcher(place.file().toLowerCase(Locale.ROOT)).matches()) {
        faults.add(
            place.fault(
                "it is no CSV file, so its limits would not count; export it as CSV UTF-8, and keep"
                    + " it outside of this folder"));
        return null;
      }
      if (!Files.isRegularFile(real)) {
        faults.add(place.fault("it is no regular file; put one there, or delete it"));
        return null;
      }
      try (InputStream in = Files.newInputStream(real)) {
        byte[] content = in.readNBytes((int) free + 1);
        if (content.length <= free) {
          return content;
        }
      }
      faults.add(
          place.fault(
              "all limit files up to this one are larger than 16 MB; delete what is not in force"));
    } catch (NoSuchFileException e) {
      faults.add(place.fault("it vanished while it was read; put it back, or save it again"));
    } catch (AccessDeniedException e) {
      faults.add(place.fault("it can not be read; check its owner and mode"));
    } catch (IOException e) {
      faults.add(place.fault("it can not be read (%s); check its owner and mode".formatted(e)));
    }
    return null;
  }

  /** All limit files; names that begin with a point, a tilde or a hash are an editor's own. */
  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> isLimitFile(String.valueOf(file.getFileName()))).sorted().toList();
    }
  }

  private static boolean isLimitFile(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return (lower.endsWith(".csv") || SHEET.matcher(lower).matches())
        && !name.startsWith(".")
        && !name.startsWith("~")
        && !name.startsWith("#");
  }
}
