package io.headgate.journal.internal;

import io.headgate.journal.internal.file.SegmentFile;
import io.headgate.journal.internal.file.Storage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A disk in memory that can be told to fail, to be full, to take less than it is given, and to lose
 * its power: then each sector that was written but not synced is there or not, as a seed decides.
 */
final class DyingDisk implements Storage {

  static final int SECTOR = 512;

  private final Map<String, Content> files = new TreeMap<>();
  private long usableBytes = Long.MAX_VALUE;
  private int writesLeft = Integer.MAX_VALUE;
  private int forcesLeft = Integer.MAX_VALUE;
  private boolean shortWrites;
  private int forces;
  private boolean locked;
  private boolean hanging;

  private static final class Content {
    private String name;
    private byte[] cached = new byte[0];
    private byte[] durable = new byte[0];
    private final BitSet dirty = new BitSet();

    private Content(String name) {
      this.name = name;
    }
  }

  /** So many writes succeed, then every one fails. */
  synchronized void failWritesAfter(int writes) {
    writesLeft = writes;
  }

  /**
   * So many syncs of segments in use succeed, then one fails; the ones after it succeed, as on a
   * real machine. Files that are still being prepared are not counted: their syncs come from a
   * thread of their own, at any moment.
   */
  synchronized void failForceAfter(int good) {
    forcesLeft = good;
  }

  /** Each write takes some bytes only. */
  synchronized void writeShort() {
    shortWrites = true;
  }

  /** So much is free for new files. */
  synchronized void leave(long bytes) {
    usableBytes = bytes;
  }

  /** Syncs take for ever from now on. */
  synchronized void hang() {
    hanging = true;
  }

  /** Syncs that hang come to their end. */
  synchronized void goOn() {
    hanging = false;
    notifyAll();
  }

  /** Syncs so far. */
  synchronized int forces() {
    return forces;
  }

  /** What is found after the power was lost at this moment. */
  synchronized DyingDisk afterPowerLoss(long seed) {
    Random random = new Random(seed);
    DyingDisk after = new DyingDisk();
    files.forEach(
        (name, content) -> {
          byte[] found = Arrays.copyOf(content.durable, content.cached.length);
          content.dirty.stream()
              .filter(sector -> random.nextBoolean())
              .forEach(
                  sector ->
                      System.arraycopy(
                          content.cached,
                          sector * SECTOR,
                          found,
                          sector * SECTOR,
                          Math.min(SECTOR, found.length - sector * SECTOR)));
          after.put(name, found);
        });
    return after;
  }

  /** What is found after the process alone died at this moment: all that was written. */
  synchronized DyingDisk afterKill() {
    DyingDisk after = new DyingDisk();
    files.forEach((name, content) -> after.put(name, content.cached.clone()));
    return after;
  }

  /** The bytes of a file. */
  synchronized byte[] bytes(String name) {
    return content(name).cached.clone();
  }

  /** Puts a file there, durable. */
  synchronized void put(String name, byte[] bytes) {
    Content content = new Content(name);
    content.cached = bytes.clone();
    content.durable = bytes.clone();
    files.put(name, content);
  }

  /** A disk with the same files. */
  synchronized DyingDisk copy() {
    return afterKill();
  }

  private Content content(String name) {
    Content content = files.get(name);
    if (content == null) {
      throw new IllegalArgumentException("no file " + name + " in " + files.keySet());
    }
    return content;
  }

  @Override
  public String folder() {
    return "memory";
  }

  @Override
  public synchronized Closeable lock() throws IOException {
    if (locked) {
      throw new IOException("in use");
    }
    locked = true;
    return () -> locked = false;
  }

  @Override
  public synchronized List<String> names() {
    return new ArrayList<>(files.keySet());
  }

  @Override
  public synchronized SegmentFile open(String name) throws IOException {
    if (!files.containsKey(name)) {
      throw new IOException("no file " + name);
    }
    return new DyingFile(files.get(name));
  }

  @Override
  public synchronized SegmentFile create(String name) {
    Content content = new Content(name);
    files.put(name, content);
    return new DyingFile(content);
  }

  @Override
  public synchronized void rename(String from, String to) {
    Content content = content(from);
    files.remove(from);
    content.name = to;
    files.put(to, content);
  }

  @Override
  public synchronized void delete(String name) {
    files.remove(name);
  }

  @Override
  public synchronized long usableBytes() {
    return usableBytes;
  }

  private synchronized void waitForRepair() throws IOException {
    try {
      while (hanging) {
        wait();
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** Sizes of all files by name. */
  synchronized Map<String, Integer> sizes() {
    Map<String, Integer> sizes = new HashMap<>();
    files.forEach((name, content) -> sizes.put(name, content.cached.length));
    return sizes;
  }

  private final class DyingFile implements SegmentFile {

    private final Content content;

    private DyingFile(Content content) {
      this.content = content;
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
      synchronized (DyingDisk.this) {
        if (writesLeft <= 0) {
          throw new IOException("No space left on device");
        }
        writesLeft--;
        int length = source.remaining();
        if (shortWrites && length > 1) {
          length = 1 + length / 3;
        }
        int at = (int) position;
        if (at + length > content.cached.length) {
          usableBytes -= at + length - content.cached.length;
          content.cached = Arrays.copyOf(content.cached, at + length);
        }
        source.get(content.cached, at, length);
        content.dirty.set(at / SECTOR, (at + length - 1) / SECTOR + 1);
        return length;
      }
    }

    @Override
    public int read(ByteBuffer target, long position) {
      synchronized (DyingDisk.this) {
        int length = (int) Math.min(target.remaining(), content.cached.length - position);
        if (length <= 0) {
          return -1;
        }
        target.put(content.cached, (int) position, length);
        return length;
      }
    }

    @Override
    public void force() throws IOException {
      synchronized (DyingDisk.this) {
        waitForRepair();
        forces++;
        if (!content.name.endsWith(Recovery.PREPARING) && forcesLeft-- == 0) {
          // The system marks the pages clean although the disk does not have them.
          content.dirty.clear();
          throw new IOException("Input/output error");
        }
        content.durable = content.cached.clone();
        content.dirty.clear();
      }
    }

    @Override
    public long size() {
      synchronized (DyingDisk.this) {
        return content.cached.length;
      }
    }

    @Override
    public void close() {}
  }
}
