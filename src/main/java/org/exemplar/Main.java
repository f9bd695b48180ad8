package org.exemplar;

import java.nio.file.Path;
import java.util.List;
import org.exemplar.cli.Cli;
import org.exemplar.cli.DemoEnding;
import org.exemplar.cli.DemoResult;
import org.exemplar.cli.Surroundings;

/** Starts the program: the window, the dark room, or the command line. */
public final class Main {
  private Main() {}

  /** Entry point. */
  public static void main(String[] args) {
    System.exit(new Cli(Surroundings.ofProcess(), new Ending()).run(args));
  }

  private static final class Ending implements DemoEnding {
    @Override
    public List<Path> takePictures(DemoResult demo, Path folder, char[] passphrase) {
      return List.of();
    }

    @Override
    public void openWindow(DemoResult demo) {}

    @Override
    public boolean hasDisplay() {
      return false;
    }
  }
}
