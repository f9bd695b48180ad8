package org.exemplar.classifier.torch;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Locale;
import org.exemplar.classifier.comparison.Precision;

/**
 * Whether NVIDIA's libraries may round float32 products to TF32. PyTorch lets convolutions do so
 * unless told otherwise, so float32 has to forbid it. The libraries read these variables of the
 * process when they are loaded, which Java cannot set by itself: the C library's {@code setenv}
 * does. What the user has set goes before.
 */
final class Tf32Switch {
  /** Read by cuBLAS and cuDNN; 0 forbids TF32 everywhere. */
  static final String FORBID = "NVIDIA_TF32_OVERRIDE";

  /** Read by libtorch; 1 allows TF32 in matrix products too. */
  static final String ALLOW = "TORCH_ALLOW_TF32_CUBLAS_OVERRIDE";

  private Tf32Switch() {}

  /** Sets the variable that goes with the precision, before libtorch is loaded. */
  static void set(Precision precision) {
    switch (precision) {
      case FLOAT32 -> put(FORBID, "0");
      case TF32 -> put(ALLOW, "1");
      case BF16 -> {}
    }
  }

  private static void put(String name, String value) {
    if (System.getenv(name) != null) {
      return;
    }
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    SymbolLookup library = Linker.nativeLinker().defaultLookup();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment n = arena.allocateFrom(name);
      MemorySegment v = arena.allocateFrom(value);
      int _ = windows ? putOnWindows(library, n, v) : putOnUnix(library, n, v);
    } catch (Throwable e) {
      throw new IllegalStateException("setenv " + name, e);
    }
  }

  private static int putOnUnix(SymbolLookup library, MemorySegment name, MemorySegment value)
      throws Throwable {
    var type =
        FunctionDescriptor.of(
            ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
    return (int)
        Linker.nativeLinker()
            .downcallHandle(library.findOrThrow("setenv"), type)
            .invokeExact(name, value, 0);
  }

  private static int putOnWindows(SymbolLookup library, MemorySegment name, MemorySegment value)
      throws Throwable {
    var type =
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS);
    return (int)
        Linker.nativeLinker()
            .downcallHandle(library.findOrThrow("_putenv_s"), type)
            .invokeExact(name, value);
  }

  /** What C code in this process sees; for tests. */
  static String seen(String name) {
    var type = FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment found =
          (MemorySegment)
              Linker.nativeLinker()
                  .downcallHandle(Linker.nativeLinker().defaultLookup().findOrThrow("getenv"), type)
                  .invokeExact(arena.allocateFrom(name));
      return found.address() == 0 ? "" : found.reinterpret(Long.MAX_VALUE).getString(0);
    } catch (Throwable e) {
      throw new IllegalStateException("getenv " + name, e);
    }
  }
}
