package org.exemplar.validation;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.exemplar.task.Cancellation;

/** Where the checks of one section are made: runs each, and turns a failure into a failed check. */
final class Bench {
  /** Computes a known answer again. */
  @FunctionalInterface
  interface Work {
    Comparison compare() throws Exception;
  }

  private final Section section;
  private final Consumer<Check> done;
  private final Cancellation cancellation;

  Bench(Section section, Consumer<Check> done, Cancellation cancellation) {
    this.section = section;
    this.done = done;
    this.cancellation = cancellation;
  }

  /** Runs one check unless stopping was asked for. */
  void check(String name, String source, Work work) {
    cancellation.throwIfRequested();
    Comparison comparison;
    try {
      comparison = work.compare();
    } catch (CancellationException stopped) {
      throw stopped;
    } catch (Exception why) {
      comparison = Comparison.failed(why);
    }
    done.accept(new Check(section, name, source, comparison));
  }
}
