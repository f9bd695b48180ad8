package org.exemplar.classifier.pickle;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads one pickle (protocols 0 to 5) from a stream, and stops right behind it.
 *
 * <p>Python values become: {@code int} {@link Long} or {@link BigInteger}, {@code float} {@link
 * Double}, {@code str} {@link String}, {@code bytes} {@code byte[]}, {@code list} {@link List},
 * {@code tuple} {@link PickleTuple}, {@code dict} {@link Map} in order, {@code set} {@link Set},
 * {@code None} {@link PickleNone}. Everything else is what the {@link PickleGlobals} make of it.
 * The opcodes are those of Python's {@code pickletools}.
 */
public final class PickleReader {
  private static final int MAX_BYTES = 1 << 28;

  private final InputStream in;
  private final PickleGlobals globals;
  private final Map<Integer, Object> memo = new HashMap<>();
  private final List<List<Object>> marks = new ArrayList<>();
  private List<Object> stack = new ArrayList<>();

  private PickleReader(InputStream in, PickleGlobals globals) {
    this.in = in;
    this.globals = globals;
  }

  /**
   * Reads the next pickle.
   *
   * @throws PickleFormatException if the bytes are not a pickle
   * @throws EOFException if they end too early
   * @throws IOException if the stream fails
   */
  public static Object read(InputStream in, PickleGlobals globals) throws IOException {
    try {
      return new PickleReader(in, globals).run();
    } catch (NumberFormatException e) {
      throw new PickleFormatException("a number that is none: " + e.getMessage());
    }
  }

  private Object run() throws IOException {
    while (true) {
      int opcode = readByte();
      if (opcode == '.') {
        return pop();
      }
      if (!(scalar(opcode) || text(opcode) || container(opcode) || memory(opcode))) {
        object(opcode);
      }
    }
  }

  private boolean scalar(int opcode) throws IOException {
    switch (opcode) {
      case 0x80 -> readByte();
      case 0x95 -> readBytes(8);
      case 'N' -> push(PickleNone.NONE);
      case 0x88 -> push(true);
      case 0x89 -> push(false);
      case 'I' -> push(integerLine(readLine()));
      case 'L' -> push(integer(new BigInteger(readLine().replace("L", ""))));
      case 'J' -> push((long) little(4).getInt());
      case 'K' -> push((long) readByte());
      case 'M' -> push((long) Short.toUnsignedInt(little(2).getShort()));
      case 0x8a -> push(longOf(readBytes(readByte())));
      case 0x8b -> push(longOf(readBytes(little(4).getInt())));
      case 'F' -> push(Double.parseDouble(readLine()));
      case 'G' -> push(ByteBuffer.wrap(readBytes(8)).getDouble());
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean text(int opcode) throws IOException {
    switch (opcode) {
      case 'X' -> push(utf8(little(4).getInt()));
      case 0x8c -> push(utf8(readByte()));
      case 0x8d -> push(utf8(length(little(8).getLong())));
      case 'V' -> push(readLine());
      case 'U' -> push(latin1(readByte()));
      case 'T' -> push(latin1(little(4).getInt()));
      case 'S' -> push(unquoted(readLine()));
      case 'C' -> push(readBytes(readByte()));
      case 'B' -> push(readBytes(little(4).getInt()));
      case 0x8e, 0x96 -> push(readBytes(length(little(8).getLong())));
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean container(int opcode) throws IOException {
    switch (opcode) {
      case '(' -> {
        marks.add(stack);
        stack = new ArrayList<>();
      }
      case ')' -> push(new PickleTuple(List.of()));
      case 't' -> push(new PickleTuple(popMark()));
      case 0x85 -> push(new PickleTuple(popLast(1)));
      case 0x86 -> push(new PickleTuple(popLast(2)));
      case 0x87 -> push(new PickleTuple(popLast(3)));
      case ']' -> push(new ArrayList<Object>());
      case 'l' -> push(new ArrayList<>(popMark()));
      case 'a' -> extend(popLast(1));
      case 'e' -> extend(popMark());
      case '}' -> push(new LinkedHashMap<Object, Object>());
      case 'd' -> {
        List<Object> items = popMark();
        push(new LinkedHashMap<Object, Object>());
        setItems(items);
      }
      case 's' -> setItems(popLast(2));
      case 'u' -> setItems(popMark());
      case 0x8f -> push(new LinkedHashSet<Object>());
      case 0x90 -> {
        List<Object> items = popMark();
        addAll(items);
      }
      case 0x91 -> {
        List<Object> items = popMark();
        push(new LinkedHashSet<Object>());
        addAll(items);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean memory(int opcode) throws IOException {
    switch (opcode) {
      case '0' -> pop();
      case '1' -> popMark();
      case '2' -> push(top());
      case 'p' -> memo.put(Integer.parseInt(readLine()), top());
      case 'q' -> memo.put(readByte(), top());
      case 'r' -> memo.put(little(4).getInt(), top());
      case 0x94 -> memo.put(memo.size(), top());
      case 'g' -> push(remembered(Integer.parseInt(readLine())));
      case 'h' -> push(remembered(readByte()));
      case 'j' -> push(remembered(little(4).getInt()));
      default -> {
        return false;
      }
    }
    return true;
  }

  private void object(int opcode) throws IOException {
    switch (opcode) {
      case 'c' -> {
        String module = readLine();
        push(globals.find(module, readLine(), depth()));
      }
      case 0x93 -> {
        List<Object> names = popLast(2);
        push(
            globals.find(
                typed(names.get(0), String.class), typed(names.get(1), String.class), depth()));
      }
      case 'R', 0x81 -> {
        List<Object> call = popLast(2);
        push(
            typed(call.get(0), PickleFunction.class)
                .call(typed(call.get(1), PickleTuple.class).values()));
      }
      case 'b' -> build(pop());
      case 'P' -> push(globals.persistent(readLine()));
      case 'Q' -> push(globals.persistent(pop()));
      default ->
          throw new PickleFormatException("opcode 0x" + Integer.toHexString(opcode) + " in data");
    }
  }

  private void build(Object state) throws IOException {
    switch (top()) {
      case PickleState holder -> holder.set(state);
      case Map<?, ?> _ -> {}
      default -> throw new PickleFormatException("state for " + top().getClass().getSimpleName());
    }
  }

  private int depth() {
    return stack.size() + marks.stream().mapToInt(List::size).sum() + marks.size();
  }

  @SuppressWarnings("unchecked")
  private void extend(List<Object> items) throws IOException {
    typed(top(), List.class).addAll(items);
  }

  @SuppressWarnings("unchecked")
  private void addAll(List<Object> items) throws IOException {
    for (Object item : items) {
      typed(top(), Set.class).add(key(item));
    }
  }

  @SuppressWarnings("unchecked")
  private void setItems(List<Object> items) throws IOException {
    Map<Object, Object> map = typed(top(), Map.class);
    if (items.size() % 2 != 0) {
      throw new PickleFormatException("a key without a value");
    }
    for (int i = 0; i < items.size(); i += 2) {
      map.put(key(items.get(i)), items.get(i + 1));
    }
  }

  /** Only values whose hash cannot run in circles may be keys. */
  private static Object key(Object value) throws IOException {
    switch (value) {
      case String _, Number _, Boolean _, PickleNone _ -> {}
      case PickleTuple tuple -> {
        for (Object part : tuple.values()) {
          key(part);
        }
      }
      default -> throw new PickleFormatException("a key of unknown kind");
    }
    return value;
  }

  private void push(Object value) {
    stack.add(value);
  }

  private Object top() throws IOException {
    if (stack.isEmpty()) {
      throw new PickleFormatException("empty stack");
    }
    return stack.getLast();
  }

  private Object pop() throws IOException {
    Object value = top();
    stack.removeLast();
    return value;
  }

  private List<Object> popLast(int count) throws IOException {
    if (stack.size() < count) {
      throw new PickleFormatException("empty stack");
    }
    List<Object> tail = stack.subList(stack.size() - count, stack.size());
    var values = new ArrayList<>(tail);
    tail.clear();
    return values;
  }

  private List<Object> popMark() throws IOException {
    if (marks.isEmpty()) {
      throw new PickleFormatException("no mark");
    }
    List<Object> values = stack;
    stack = marks.removeLast();
    return values;
  }

  private Object remembered(int key) throws IOException {
    Object value = memo.get(key);
    if (value == null) {
      throw new PickleFormatException("memo " + key + " is empty");
    }
    return value;
  }

  private static <T> T typed(Object value, Class<T> type) throws IOException {
    if (!type.isInstance(value)) {
      throw new PickleFormatException(
          value.getClass().getSimpleName() + " where a " + type.getSimpleName() + " belongs");
    }
    return type.cast(value);
  }

  private static Object integerLine(String line) {
    return switch (line) {
      case "01" -> true;
      case "00" -> false;
      default -> integer(new BigInteger(line));
    };
  }

  private static Object longOf(byte[] littleEndian) {
    var bigEndian = new byte[littleEndian.length];
    for (int i = 0; i < bigEndian.length; i++) {
      bigEndian[i] = littleEndian[bigEndian.length - 1 - i];
    }
    return bigEndian.length == 0 ? (Object) 0L : integer(new BigInteger(bigEndian));
  }

  private static Object integer(BigInteger value) {
    return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
  }

  private static String unquoted(String line) throws IOException {
    if (line.length() < 2) {
      throw new PickleFormatException("text without quotes");
    }
    return line.substring(1, line.length() - 1);
  }

  private String utf8(int length) throws IOException {
    return new String(readBytes(length), StandardCharsets.UTF_8);
  }

  private String latin1(int length) throws IOException {
    return new String(readBytes(length), StandardCharsets.ISO_8859_1);
  }

  private static int length(long length) throws IOException {
    if (length < 0 || length > MAX_BYTES) {
      throw new PickleFormatException("a value of " + length + " bytes");
    }
    return (int) length;
  }

  private ByteBuffer little(int bytes) throws IOException {
    return ByteBuffer.wrap(readBytes(bytes)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private byte[] readBytes(int count) throws IOException {
    byte[] bytes = in.readNBytes(length(count));
    if (bytes.length < count) {
      throw new EOFException("the pickle ends too early");
    }
    return bytes;
  }

  private int readByte() throws IOException {
    int next = in.read();
    if (next < 0) {
      throw new EOFException("the pickle ends too early");
    }
    return next;
  }

  private String readLine() throws IOException {
    var line = new StringBuilder();
    for (int next = readByte(); next != '\n'; next = readByte()) {
      if (line.length() > 10_000) {
        throw new PickleFormatException("an endless line");
      }
      line.append((char) next);
    }
    return line.toString();
  }
}
