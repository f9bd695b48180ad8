package org.exemplar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.exemplar.app.DemoWindow;
import org.exemplar.app.Launcher;
import org.exemplar.app.Screenshots;
import org.exemplar.cli.Cli;
import org.exemplar.cli.DemoEnding;
import org.exemplar.cli.DemoResult;
import org.exemplar.cli.Surroundings;

/**
 * Starts the program: without an argument the window, with {@code read FILE} the dark room,
 * otherwise the command line. The only class that sees both the window and the command line.
 *
 * <p>The way into the dark room loads no class of the engine, of the command line or of anything
 * that knows an arm.
 */
public final class Main {
  private Main() {}

  /** Entry point. */
  public static void main(String[] args) {
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    if (args.length == 0) {
      Launcher.window(List.of());
    } else if (readsAFile(args)) {
      Launcher.reading(Path.of(args[1]), passphraseFile(args));
    } else {
      System.exit(Commands.run(args));
    }
  }

  private static boolean readsAFile(String[] args) {
    boolean file = args.length >= 2 && args[0].equals("read") && !args[1].startsWith("-");
    return file && (args.length == 2 || (args.length == 4 && args[2].equals("--passphrase-file")));
  }

  private static Optional<Path> passphraseFile(String[] args) {
    return args.length == 4 ? Optional.of(Path.of(args[3])) : Optional.empty();
  }

  /** Apart, so that the way into the dark room does not load the command line to verify it. */
  private static final class Commands {
    static int run(String[] args) {
      return new Cli(Surroundings.ofProcess(), new Ending()).run(args);
    }
  }

  /** Ends the demonstration in the window, or with pictures of it. */
  private static final class Ending implements DemoEnding {
    @Override
    public List<Path> takePictures(DemoResult demo, Path folder, char[] readingPassphrase) {
      System.setProperty("glass.platform", "Headless");
      System.setProperty("prism.order", "sw");
      try {
        return Screenshots.demonstration(
            new Screenshots.Demonstration(
                demo.unread(), demo.comparison(), demo.images(), demo.imageId(), demo.study()),
            readingPassphrase,
            folder,
            Screenshots.Frame.USUAL);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("Interrupted while taking pictures.");
      }
    }

    @Override
    public void openWindow(DemoResult demo) {
      DemoWindow.open(
          new DemoWindow.Places(demo.unread(), demo.study(), demo.comparison(), demo.images()));
    }

    @Override
    public boolean hasDisplay() {
      String os = System.getProperty("os.name", "");
      return !os.startsWith("Linux")
          || System.getenv("DISPLAY") != null
          || System.getenv("WAYLAND_DISPLAY") != null;
    }
  }
}
