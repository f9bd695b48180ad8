package org.exemplar.app.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.exemplar.app.control.MouseDrags;
import org.exemplar.radiograph.WindowPreset;
import org.exemplar.study.Question;

/** What stands in the overlay of keys: every act, by purpose, in two columns. */
final class KeySheet {
  /**
   * One line.
   *
   * @param words what the keys do
   * @param acts the acts whose keys stand there
   * @param before said before the keys, e.g. {@code hold}; may be empty
   * @param mouse what the mouse does for it, as caps; may be empty
   */
  record Line(String words, List<Act> acts, String before, List<String> mouse) {
    static Line of(String words, Act... acts) {
      return new Line(words, List.of(acts), "", List.of());
    }

    Line by(String... caps) {
      return by(List.of(caps));
    }

    Line by(List<String> caps) {
      return new Line(words, acts, before, caps);
    }

    Line held() {
      return new Line(words, acts, "hold", mouse);
    }

    /** Keys that stand in a row on the keyboard: the first and the last are enough. */
    boolean range() {
      return acts.size() > 1 && (acts.getFirst().point() > 0 || acts.getFirst().preset() > 0);
    }
  }

  /** A heading with its lines. */
  record Group(String heading, List<Line> lines) {}

  private static final int USUAL_POINTS = 5;

  private KeySheet() {}

  /**
   * The left column.
   *
   * @param questions those of the protocol; keys that none of them has are left out
   * @param items the keys of the items of lists
   */
  static List<Group> answering(List<Question> questions, ItemKeys items) {
    return List.of(
        new Group("Answer", answers(questions, items)),
        new Group(
            "Move on",
            List.of(
                Line.of("Next case, when complete", Act.NEXT_CASE),
                Line.of("Next case, incomplete, with a reason", Act.NEXT_INCOMPLETE),
                Line.of("Previous case", Act.PREVIOUS_CASE),
                Line.of("Practice case once more", Act.TRY_AGAIN),
                Line.of("Pause", Act.PAUSE))),
        new Group(
            "Window",
            List.of(
                Line.of("Hide the panel", Act.HIDE_PANEL),
                Line.of("Full screen", Act.FULL_SCREEN),
                Line.of("Next monitor", Act.NEXT_MONITOR),
                Line.of("These keys", Act.KEYS))));
  }

  private static List<Line> answers(List<Question> questions, ItemKeys items) {
    boolean yesNo = questions.stream().anyMatch(Question.YesNo.class::isInstance);
    boolean score = questions.stream().anyMatch(Question.Score.class::isInstance);
    int longest =
        questions.stream()
            .filter(Question.Checklist.class::isInstance)
            .mapToInt(list -> ((Question.Checklist) list).items().size())
            .max()
            .orElse(0);
    boolean list = longest > 0;
    boolean text = questions.stream().anyMatch(Question.FreeText.class::isInstance);
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("Choose a point of the scale", points(questions), "", List.of()));
    String agree =
        yesNo ? "Agree, yes · disagree, no · cannot judge" : "Agree · disagree · cannot judge";
    lines.add(Line.of(agree, Act.AGREE, Act.DISAGREE, Act.CANNOT_JUDGE));
    if (score) {
      lines.add(Line.of("A number: type it, or by 1, Shift by 10").by("0…9", "←", "→"));
    }
    if (list) {
      lines.add(Line.of("A list: check an item").by(items.ranges(longest)));
      lines.add(Line.of("A list: from item to item, check").by("↑", "↓", "Space"));
      lines.add(Line.of("A list: none of these").by("0"));
    }
    if (text) {
      lines.add(Line.of("A text: leave the field").by("Esc"));
    }
    if (score || list || text) {
      lines.add(Line.of("Done with a number, list or text", Act.NEXT_CASE));
    }
    lines.add(Line.of("Next or previous question", Act.NEXT_QUESTION, Act.PREVIOUS_QUESTION));
    lines.add(Line.of("From control to control").by("Tab"));
    lines.add(Line.of("Add a missing finding", Act.ADD_FINDING));
    lines.add(Line.of("Comment", Act.COMMENT));
    return lines;
  }

  /** As many as the longest scale of the protocol has. */
  private static List<Act> points(List<Question> questions) {
    int most =
        questions.stream()
            .filter(Question.Scale.class::isInstance)
            .mapToInt(scale -> scale.choices().size())
            .max()
            .orElse(USUAL_POINTS);
    return Stream.of(Act.values()).filter(a -> a.point() > 0 && a.point() <= most).toList();
  }

  /** The right column, for a way to drag. */
  static List<Group> viewing(MouseDrags drags) {
    return List.of(
        new Group(
            "Gray",
            List.of(
                Line.of("Window and level").by(drags.words(MouseDrags.Drag.WINDOW)),
                Line.of("The same in steps", Act.NARROWER, Act.WIDER, Act.BRIGHTER, Act.DARKER),
                Line.of("Coarse · fine steps").by("Shift", "Ctrl"),
                new Line(
                    "Presets",
                    Stream.of(Act.values()).filter(a -> a.preset() > 0).toList(),
                    "",
                    List.of()),
                Line.of("Next window of the file", Act.NEXT_WINDOW),
                Line.of("Invert", Act.INVERT))),
        new Group(
            "Position",
            List.of(
                Line.of("Zoom at the pointer", Act.ZOOM_IN, Act.ZOOM_OUT).by(zoom(drags)),
                Line.of("Pan, with any button", Act.PAN)
                    .by(drags.words(MouseDrags.Drag.PAN))
                    .held(),
                Line.of("Fit · one to one", Act.FIT, Act.ONE_TO_ONE),
                Line.of("Magnifier lens", Act.LENS).held(),
                Line.of("Measure, while dragging", Act.MEASURE).held(),
                Line.of("Scale bar", Act.RULER),
                Line.of("Turn left · right · mirror", Act.TURN_LEFT, Act.TURN_RIGHT, Act.MIRROR),
                Line.of("Back to the film as acquired", Act.RESET))));
  }

  private static String[] zoom(MouseDrags drags) {
    return drags.secondary() == MouseDrags.Drag.ZOOM
        ? new String[] {"wheel", "right-drag"}
        : new String[] {"wheel"};
  }

  /** What a preset is called in a sentence. */
  static String words(Act preset) {
    return List.of(WindowPreset.values()).get(preset.preset() - 1).words().toLowerCase(Locale.ROOT);
  }
}
