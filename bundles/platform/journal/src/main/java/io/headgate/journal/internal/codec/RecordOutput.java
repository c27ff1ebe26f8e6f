package io.headgate.journal.internal.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/** A growing byte array that records are written to; reused, so that writing allocates nothing. */
public final class RecordOutput {

  /** Free text (a venue's words, a person's reason) is cut at this many characters. */
  public static final int MAX_FREE_TEXT = 4_096;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int ASCII_END = 0x80;
  private static final int MAX_COMPACT = 10;
  private static final int INITIAL = 4_096;

  private byte[] bytes = new byte[INITIAL];
  private int position;

  /** Starts again behind a header of so many bytes. */
  public void begin(int header) {
    position = header;
  }

  /** Bytes written so far, the header included. */
  public int length() {
    return position;
  }

  /** The array itself; valid up to {@link #length}, until the next write. */
  public byte[] bytes() {
    return bytes;
  }

  /** Appends zeros up to a multiple of a power of two; the length does not count them. */
  public void pad(int alignment) {
    int padded = (position + alignment - 1) & -alignment;
    room(padded - position);
    Arrays.fill(bytes, position, padded, (byte) 0);
  }

  /** Overwrites an int of the header. */
  public void setInt(int at, int value) {
    INT.set(bytes, at, value);
  }

  /** Overwrites a long of the header. */
  public void setLong(int at, long value) {
    LONG.set(bytes, at, value);
  }

  /** Appends one byte. */
  public void putByte(int value) {
    room(1);
    bytes[position++] = (byte) value;
  }

  /** Appends a yes or no. */
  public void putBoolean(boolean value) {
    putByte(value ? 1 : 0);
  }

  /** Appends eight bytes. */
  public void putLong(long value) {
    room(Long.BYTES);
    LONG.set(bytes, position, value);
    position += Long.BYTES;
  }

  /** Appends a long in as few bytes as its size takes, one to ten; near zero is small. */
  public void putCompact(long value) {
    room(MAX_COMPACT);
    byte[] target = bytes;
    int at = position;
    long rest = (value << 1) ^ (value >> (Long.SIZE - 1));
    while ((rest & -ASCII_END) != 0) {
      target[at++] = (byte) (rest | ASCII_END);
      rest >>>= 7;
    }
    target[at++] = (byte) rest;
    position = at;
  }

  /** Appends a date as days since 1970. */
  public void putDate(LocalDate date) {
    putCompact(date.toEpochDay());
  }

  /** Appends a count in one byte below 128, in more above. */
  public void putCount(int count) {
    int rest = count;
    while (rest >= ASCII_END) {
      putByte((rest & (ASCII_END - 1)) | ASCII_END);
      rest >>>= 7;
    }
    putByte(rest);
  }

  /** Appends a text as UTF-8 with its length. */
  public void putText(String text) {
    int start = position;
    int length = text.length();
    putCount(length);
    room(length);
    byte[] target = bytes;
    int at = position;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= ASCII_END) {
        position = start;
        putUtf8(text);
        return;
      }
      target[at++] = (byte) c;
    }
    position = at;
  }

  /** Appends a free text, cut at {@link #MAX_FREE_TEXT} characters. */
  public void putFreeText(String text) {
    putText(text.length() <= MAX_FREE_TEXT ? text : text.substring(0, MAX_FREE_TEXT - 1) + '…');
  }

  private void putUtf8(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    putCount(utf8.length);
    room(utf8.length);
    System.arraycopy(utf8, 0, bytes, position, utf8.length);
    position += utf8.length;
  }

  private void room(int more) {
    int needed = Math.addExact(position, more);
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(needed, Math.multiplyExact(bytes.length, 2)));
    }
  }
}
