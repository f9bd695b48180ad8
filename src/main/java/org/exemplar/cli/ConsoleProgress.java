package org.exemplar.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.exemplar.task.Progress;

/**
 * Progress as one line on a terminal, with rate and time left; redrawn at most five times a second.
 * Thread-safe.
 */
final class ConsoleProgress implements Progress {
  private static final long REDRAW_NANOS = 200_000_000L;
  private static final int WIDTH = 79;

  private final PrintStream err;
  private final LongSupplier nanoTime;
  private String stage = "";
  private long stageStart;
  private long startDone;
  private long lastDrawn;
  private boolean lineOpen;

  ConsoleProgress(PrintStream err, LongSupplier nanoTime) {
    this.err = err;
    this.nanoTime = nanoTime;
  }

  @Override
  public synchronized void report(String newStage, long done, long total) {
    long now = nanoTime.getAsLong();
    boolean changed = !newStage.equals(stage);
    if (changed) {
      stage = newStage;
      stageStart = now;
      startDone = done;
    }
    if (!changed && now - lastDrawn < REDRAW_NANOS && done != total) {
      return;
    }
    lastDrawn = now;
    draw(done, total, (now - stageStart) / 1e9);
  }

  private void draw(long done, long total, double seconds) {
    StringBuilder line = new StringBuilder(stage);
    if (total > 0) {
      line.append(String.format(Locale.ROOT, "  %d of %d", done, total));
    } else if (done > 0) {
      line.append("  ").append(done);
    }
    double rate = seconds > 0.5 ? (done - startDone) / seconds : 0;
    if (rate > 0) {
      line.append(String.format(Locale.ROOT, rate < 10 ? "  %.1f/s" : "  %.0f/s", rate));
      if (total > done) {
        line.append("  ").append(duration((total - done) / rate)).append(" left");
      }
    }
    if (line.length() > WIDTH) {
      line.setLength(WIDTH);
    }
    err.print("\r" + line + " ".repeat(WIDTH - line.length()));
    err.flush();
    lineOpen = true;
  }

  /** Ends the line, so that what is printed next stands on its own. */
  synchronized void close() {
    if (lineOpen) {
      err.print("\r" + " ".repeat(WIDTH) + "\r");
      err.flush();
      lineOpen = false;
    }
  }

  static String duration(double seconds) {
    long s = Math.round(seconds);
    if (s < 60) {
      return s + " s";
    }
    if (s < 3600) {
      return String.format(Locale.ROOT, "%d min %02d s", s / 60, s % 60);
    }
    return String.format(Locale.ROOT, "%d h %02d min", s / 3600, s / 60 % 60);
  }
}
