package org.exemplar.radiograph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.exemplar.radiograph.codec.OpenCv;
import org.junit.jupiter.api.Test;

class NoNativeLibraryTest {
  /** Notes which classes are asked for, and loads this room anew so that the question is asked. */
  private static final class Watching extends ClassLoader {
    private final Set<String> asked = new TreeSet<>();

    Watching(ClassLoader parent) {
      super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      asked.add(name);
      if (!name.startsWith("org.exemplar.radiograph")) {
        return super.loadClass(name, resolve);
      }
      Class<?> known = findLoadedClass(name);
      if (known != null) {
        return known;
      }
      try (var stream = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = stream.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (java.io.IOException unreadable) {
        throw new ClassNotFoundException(name, unreadable);
      }
    }
  }

  /** What the reading room does with pixels; run by reflection in a loader of its own. */
  public static final class Showing implements Runnable {
    @Override
    public void run() {
      NeutralRadiograph made =
          NeutralRadiograph.of(2, 2, new short[] {1, 2, 3, 4}, null, List.of(DisplayWindow.FULL));
      NeutralRadiograph read = NeutralRadiograph.decode(made.encode());
      Viewport viewport = new Viewport(8, 8);
      new ViewportRenderer(read)
          .render(
              ViewTransform.fit(read, viewport),
              viewport,
              WindowPreset.PERCENTILES.of(read),
              false,
              new int[64]);
    }
  }

  @Test
  void showing_a_reading_files_pixels_asks_for_no_codec() throws Exception {
    Watching loader = new Watching(getClass().getClassLoader());

    Runnable showing =
        (Runnable) loader.loadClass(Showing.class.getName()).getDeclaredConstructor().newInstance();
    showing.run();

    assertThat(loader.asked).contains(ReducedView.class.getName());
    assertThat(loader.asked)
        .noneMatch(name -> name.startsWith(OpenCv.class.getPackageName()))
        .noneMatch(name -> name.startsWith("org.opencv") || name.startsWith("javax.imageio"));
  }
}
