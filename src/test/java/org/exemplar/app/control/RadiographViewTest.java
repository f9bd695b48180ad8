package org.exemplar.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.IntBinaryOperator;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;
import org.exemplar.radiograph.DisplayWindow;
import org.exemplar.radiograph.GrayscaleAttributes;
import org.exemplar.radiograph.GrayscaleRendering;
import org.exemplar.radiograph.ImagePoint;
import org.exemplar.radiograph.ModalityTransform;
import org.exemplar.radiograph.NeutralRadiograph;
import org.exemplar.radiograph.Photometric;
import org.exemplar.radiograph.PixelSpacing;
import org.exemplar.radiograph.Radiograph;
import org.exemplar.radiograph.StoredPixels;
import org.exemplar.radiograph.ViewTransform;
import org.exemplar.radiograph.Viewport;
import org.exemplar.radiograph.ViewportRenderer;
import org.exemplar.radiograph.VoiTransform;
import org.exemplar.radiograph.WindowFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What is on the screen, pixel by pixel. */
class RadiographViewTest {
  private static final int WIDTH = 257;
  private static final int HEIGHT = 201;

  private final FxRobot robot = new FxRobot();
  private final FilmModel model = new FilmModel();
  private RadiographView view;
  private Stage stage;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
  }

  @BeforeEach
  void open() {
    robot.interact(() -> {
      stage = new Stage();
      view = new RadiographView(model);
      stage.setScene(new Scene(new StackPane(view), WIDTH, HEIGHT, Color.BLACK));
      stage.show();
    });
  }

  @AfterEach
  void close() {
    robot.interact(stage::hide);
  }

  @ParameterizedTest
  @CsvSource({
    "1,100,60",
    "1,101,61",
    "1.25,101,60",
    "1.5,100,61",
    "1.5,131,77",
    "1.75,101,77",
    "2,101,77"
  })
  void one_to_one_shows_each_value_on_its_own_device_pixel(double scale, int columns, int rows) {
    show(noise(rows, columns, null), scale);
    robot.interact(model::oneToOne);
    everyPixelIs(scale, rows, columns, (y, x) -> gray(model.film().value(y, x)));
    robot.interact(() -> model.drag(3.4, -2.7));
    everyPixelIs(scale, rows, columns, (y, x) -> gray(model.film().value(y, x)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void turned_and_mirrored_films_show_the_same_values_in_their_new_places(int way) {
    int columns = 90;
    int rows = 53;
    show(noise(rows, columns, null), 1);
    robot.interact(() -> {
      model.oneToOne();
      if (way >= 4) {
        model.mirror();
      }
      model.turn(way % 4);
      model.invert();
    });
    boolean lying = way % 2 == 1;
    everyPixelIs(
        1,
        lying ? columns : rows,
        lying ? rows : columns,
        (y, x) -> 255 - gray(seen(model.film(), way, y, x)));
  }

  @ParameterizedTest
  @EnumSource(Photometric.class)
  void what_is_shown_is_what_the_pipeline_computes(Photometric photometric) {
    int columns = 120;
    int rows = 77;
    VoiTransform.Window window =
        new VoiTransform.Window(2048, 3000, WindowFunction.LINEAR_EXACT, "");
    Radiograph radiograph = stored(rows, columns, photometric, window);
    show(NeutralRadiograph.of(radiograph), 1);
    robot.interact(model::oneToOne);
    GrayscaleRendering pipeline = GrayscaleRendering.of(radiograph);
    PixelReader screen = screen(1).getPixelReader();
    ImagePoint corner = corner();
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        int shown = screen.getArgb((int) corner.x() + x, (int) corner.y() + y) & 0xff;
        double computed = 255 * pipeline.display(radiograph.pixels().value(y, x));
        // Half a gray level, and what 16 bits between stored value and window leave over.
        assertThat((double) shown).as("row %d, column %d", y, x).isCloseTo(computed, within(0.51));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1,300,260", "1.5,300,260", "2,260,400", "1,90,50", "1.25,777,600"})
  void a_fitted_film_is_the_renderers_buffer_and_nothing_else(double scale, int columns, int rows) {
    show(noise(rows, columns, null), scale);
    WritableImage screen = screen(scale);
    Viewport area = model.area();
    int[] rendered = new int[area.width() * area.height()];
    FilmState state = model.state();
    new ViewportRenderer(model.film())
        .render(state.transform(), area, state.window(), state.inverted(), rendered);
    for (int y = 0; y < area.height(); y++) {
      for (int x = 0; x < area.width(); x++) {
        assertThat(screen.getPixelReader().getArgb(x, y))
            .as("row %d, column %d", y, x)
            .isEqualTo(rendered[y * area.width() + x]);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0.6,0", "0.6,1", "1,2", "1,3", "3,1", "3,2", "5,0", "5,3"})
  void whatever_the_badges_say_the_screen_is_the_renderers_buffer(double zoom, int turns) {
    for (int way = 0; way < 4; way++) {
      boolean flipped = way % 2 == 1;
      boolean inverted = way >= 2;
      show(noise(140, 110, null), 1);
      robot.interact(() -> {
        model.oneToOne();
        model.zoom(zoom);
        model.turn(turns);
        if (flipped) {
          model.mirror();
        }
        if (inverted) {
          model.invert();
        }
        model.dragWindow(60, -40);
      });
      FilmState state = model.state();
      assertThat(state.altered().contains("Inverted")).isEqualTo(inverted);
      assertThat(state.altered().contains("Flipped")).isEqualTo(flipped);
      assertThat(state.altered().contains("Past 1 : 1")).isEqualTo(zoom > 1);
      Viewport area = model.area();
      int[] rendered = new int[area.width() * area.height()];
      new ViewportRenderer(model.film())
          .render(state.transform(), area, state.window(), state.inverted(), rendered);
      int[] shown = new int[rendered.length];
      screen(1)
          .getPixelReader()
          .getPixels(
              0,
              0,
              area.width(),
              area.height(),
              javafx.scene.image.PixelFormat.getIntArgbInstance(),
              shown,
              0,
              area.width());
      assertThat(shown).as("way %d", way).isEqualTo(rendered);
    }
  }

  @Test
  void pixels_that_are_not_square_keep_every_row_and_column_at_one_to_one() {
    show(noise(60, 80, new PixelSpacing(0.1, 0.2, PixelSpacing.Kind.AT_DETECTOR)), 1);
    robot.interact(model::oneToOne);
    assertThat(model.state().transform().zoom()).isEqualTo(2);
    assertThat(model.state().facts()).contains("1 : 1");
    assertThat(model.state().altered()).isEmpty();
    ImagePoint corner = corner();
    PixelReader screen = screen(1).getPixelReader();
    for (int y = 0; y < 60; y++) {
      // Two device pixels per column: a quarter from one value towards the next.
      double mixed = 0.75 * model.film().value(y, 10) + 0.25 * model.film().value(y, 9);
      assertThat(screen.getArgb((int) corner.x() + 20, (int) corner.y() + y) & 0xff)
          .as("row " + y)
          .isEqualTo(gray(Math.round(mixed)));
    }
  }

  @Test
  void the_lens_shows_twice_the_zoom_around_the_pointer() {
    show(noise(400, 500, null), 1);
    robot.interact(() -> {
      model.fit();
      model.invert();
    });
    ViewTransform whole = model.state().transform();
    ImagePoint under = whole.toImage(model.area(), new ImagePoint(128, 100));
    robot.interact(() -> view.setLens(new ImagePoint(128, 100)));
    PixelReader screen = screen(1).getPixelReader();
    int side = 280;
    ViewTransform near = Lens.near(whole).centredOn(under);
    near = near.isOneToOne() ? near.aligned(new Viewport(side, side)) : near;
    int[] rendered = new int[side * side];
    new ViewportRenderer(model.film())
        .render(near, new Viewport(side, side), DisplayWindow.FULL, true, rendered);
    assertThat(near.zoom()).isEqualTo(Math.max(1, 2 * whole.zoom()));
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        assertThat(screen.getArgb(x, y))
            .as("row %d, column %d", y, x)
            .isEqualTo(rendered[(y - 100 + side / 2) * side + x - 128 + side / 2]);
      }
    }
    robot.interact(() -> view.setLens(null));
    assertThat(screen(1).getPixelReader().getArgb(128, 100))
        .isNotEqualTo(rendered[(side / 2) * side + side / 2]);
  }

  @Test
  void a_right_drag_changes_the_window_and_a_left_drag_moves_the_film() {
    show(ramp(), 1);
    robot.interact(model::oneToOne);
    DisplayWindow before = model.state().window();
    drag(MouseButton.SECONDARY, 40, 20);
    assertThat(model.state().window().width()).isGreaterThan(before.width());
    assertThat(model.state().window().centre()).isGreaterThan(before.centre());
    robot.interact(model::reset);
    robot.interact(model::oneToOne);
    int shown = screen(1).getPixelReader().getArgb(100, 100);
    drag(MouseButton.PRIMARY, 30, 0);
    assertThat(screen(1).getPixelReader().getArgb(130, 100)).isEqualTo(shown);
  }

  @Test
  void other_hands_have_the_window_on_the_left_button_and_zoom_on_the_right() {
    show(ramp(), 1);
    robot.interact(() -> view.setDrags(MouseDrags.WINDOW_FIRST));
    double zoom = model.state().transform().zoom();
    drag(MouseButton.PRIMARY, 40, 0);
    assertThat(model.state().window().width()).isGreaterThan(65535);
    assertThat(model.state().transform().zoom()).isEqualTo(zoom);
    drag(MouseButton.SECONDARY, 0, -40);
    assertThat(model.state().transform().zoom()).isGreaterThan(zoom);
  }

  @Test
  void a_drag_with_the_panning_key_moves_the_film_whatever_the_button() {
    show(ramp(), 1);
    DisplayWindow before = model.state().window();
    ImagePoint centre = model.state().transform().centre();
    robot.interact(() -> view.hold(FilmTool.PAN));
    drag(MouseButton.SECONDARY, 20, 0);
    robot.interact(() -> assertThat(view.release()).isTrue());
    assertThat(model.state().window()).isEqualTo(before);
    assertThat(model.state().transform().centre().x()).isLessThan(centre.x());
  }

  @Test
  void a_drag_with_the_measuring_key_says_the_length_and_what_it_is_true_of() {
    show(noise(200, 257, new PixelSpacing(0.5, 0.5, PixelSpacing.Kind.AT_DETECTOR)), 1);
    robot.interact(model::oneToOne);
    robot.interact(() -> view.hold(FilmTool.MEASURE));
    drag(MouseButton.PRIMARY, 30, 40);
    robot.interact(view::release);
    assertThat(model.caliperProperty().get().words()).isEqualTo("25.0 mm at detector");
    assertThat(model.state().transform().isOneToOne()).isTrue();
    robot.interact(() -> model.show(ramp()));
    assertThat(model.caliperProperty().get()).isNull();
  }

  private void drag(MouseButton button, int right, int down) {
    robot.moveTo(stage.getScene().getRoot());
    robot.press(button).moveBy(right, down).release(button);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void show(NeutralRadiograph film, double scale) {
    robot.interact(() -> {
      view.deviceScaleProperty().unbind();
      view.deviceScaleProperty().set(scale);
      view.setMaxSize(Math.floor(WIDTH * scale) / scale, Math.floor(HEIGHT * scale) / scale);
      StackPane.setAlignment(view, javafx.geometry.Pos.TOP_LEFT);
      model.show(film);
    });
    screen(scale);
  }

  /** The view as a display with so many device pixels per px shows it. */
  private WritableImage screen(double scale) {
    WaitForAsyncUtils.waitForFxEvents();
    return WaitForAsyncUtils.waitForAsyncFx(
        5000,
        () -> {
          stage.getScene().getRoot().applyCss();
          stage.getScene().getRoot().layout();
          SnapshotParameters device = new SnapshotParameters();
          device.setTransform(new Scale(scale, scale));
          device.setFill(Color.BLACK);
          device.setViewport(new Rectangle2D(0, 0, WIDTH * scale, HEIGHT * scale));
          return view.snapshot(device, null);
        });
  }

  private void everyPixelIs(double scale, int rows, int columns, IntBinaryOperator expected) {
    ImagePoint corner = corner();
    PixelReader screen = screen(scale).getPixelReader();
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        assertThat(screen.getArgb((int) corner.x() + x, (int) corner.y() + y) & 0xff)
            .as("row %d, column %d", y, x)
            .isEqualTo(expected.applyAsInt(y, x));
      }
    }
  }

  /** The device pixel where the film's upper left corner lies; a whole one. */
  private ImagePoint corner() {
    ViewTransform lies = model.state().transform();
    NeutralRadiograph film = model.film();
    ImagePoint a = lies.toViewport(model.area(), new ImagePoint(0, 0));
    ImagePoint b = lies.toViewport(model.area(), new ImagePoint(film.columns(), film.rows()));
    double x = Math.min(a.x(), b.x());
    double y = Math.min(a.y(), b.y());
    assertThat(x).isCloseTo(Math.rint(x), within(1e-9));
    assertThat(y).isCloseTo(Math.rint(y), within(1e-9));
    return new ImagePoint(Math.rint(x), Math.rint(y));
  }

  /** The value that a film, mirrored first where {@code way} is over 3, then turned, has there. */
  private static int seen(NeutralRadiograph film, int way, int y, int x) {
    int rows = film.rows();
    int columns = film.columns();
    int row =
        switch (way % 4) {
          case 0 -> y;
          case 1 -> rows - 1 - x;
          case 2 -> rows - 1 - y;
          default -> x;
        };
    int column =
        switch (way % 4) {
          case 0 -> x;
          case 1 -> y;
          case 2 -> columns - 1 - x;
          default -> columns - 1 - y;
        };
    return film.value(row, way >= 4 ? columns - 1 - column : column);
  }

  private static int gray(long value) {
    return (int) (255 * value / 65535.0 + 0.5);
  }

  private static NeutralRadiograph noise(int rows, int columns, PixelSpacing spacing) {
    short[] values = new short[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (short) (i * 40503 + i / columns * 977);
    }
    return NeutralRadiograph.of(rows, columns, values, spacing, List.of(DisplayWindow.FULL));
  }

  private static Radiograph stored(
      int rows, int columns, Photometric photometric, VoiTransform voi) {
    short[] values = new short[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (short) (i * 1237 % 4096);
    }
    return new Radiograph(
        StoredPixels.unsigned(rows, columns, 12, values),
        new GrayscaleAttributes(photometric, ModalityTransform.NONE, List.of(voi), null, null),
        null,
        1,
        List.of());
  }

  /** 256 columns, each 257 brighter than the one before: gray levels 0 to 255. */
  private static NeutralRadiograph ramp() {
    short[] values = new short[256 * 200];
    for (int i = 0; i < values.length; i++) {
      values[i] = (short) (i % 256 * 257);
    }
    return NeutralRadiograph.of(200, 256, values, null, List.of(DisplayWindow.FULL));
  }
}
