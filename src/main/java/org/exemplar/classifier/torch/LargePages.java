package org.exemplar.classifier.torch;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks libtorch to lay tensors of 2 MiB and more in large memory pages ({@code
 * THP_MEM_ALLOC_ENABLE} in c10's CPU allocator). A network's layers take and return tens of
 * megabytes for each batch; in small pages the system hands each of them out one by one, which
 * takes up to a fifth of the time.
 *
 * <p>libtorch reads this from its environment when it first takes memory, so it is set before the
 * engine loads; a value that the user has set stays. Where it cannot be set, networks are only
 * slower.
 */
final class LargePages {
  private static final String VARIABLE = "THP_MEM_ALLOC_ENABLE";

  private LargePages() {}

  static void ask() {
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> setenv = linker.defaultLookup().find("setenv");
    if (setenv.isEmpty()) {
      return;
    }
    FunctionDescriptor signature =
        FunctionDescriptor.of(
            ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
    try (Arena arena = Arena.ofConfined()) {
      int refused =
          (int)
              linker
                  .downcallHandle(setenv.get(), signature)
                  .invokeExact(arena.allocateFrom(VARIABLE), arena.allocateFrom("1"), 0);
      if (refused != 0) {
        log(null);
      }
    } catch (Throwable unavailable) {
      log(unavailable);
    }
  }

  private static void log(@Nullable Throwable why) {
    System.getLogger(LargePages.class.getName())
        .log(System.Logger.Level.DEBUG, "libtorch keeps to small pages", why);
  }
}
