package org.exemplar.app.reading;

import java.util.Locale;

/** What a key can do in the reading room. */
public enum Act {
  POINT_1("Point 1 of the scale"),
  POINT_2("Point 2 of the scale"),
  POINT_3("Point 3 of the scale"),
  POINT_4("Point 4 of the scale"),
  POINT_5("Point 5 of the scale"),
  POINT_6("Point 6 of the scale"),
  POINT_7("Point 7 of the scale"),
  POINT_8("Point 8 of the scale"),
  POINT_9("Point 9 of the scale"),
  AGREE("Agree"),
  DISAGREE("Disagree"),
  CANNOT_JUDGE("Cannot judge"),
  NEXT_QUESTION("Next question"),
  PREVIOUS_QUESTION("Previous question"),
  COMMENT("Comment"),
  ADD_FINDING("Add a missing finding"),
  NEXT_CASE("Next case, when complete"),
  NEXT_INCOMPLETE("Next case, incomplete, with a reason"),
  PREVIOUS_CASE("Previous case"),
  TRY_AGAIN("Practice case once more"),
  PAUSE("Pause"),
  HIDE_PANEL("Hide the panel"),
  FULL_SCREEN("Full screen"),
  NEXT_MONITOR("Next monitor"),
  KEYS("These keys"),
  INVERT("Invert"),
  RESET("Back to the film as acquired"),
  FIT("Fit"),
  ONE_TO_ONE("One to one"),
  ZOOM_IN("Zoom in"),
  ZOOM_OUT("Zoom out"),
  LENS("Magnifier lens"),
  PAN("Pan"),
  MEASURE("Measure a length"),
  RULER("Scale bar"),
  TURN_LEFT("Turn left"),
  TURN_RIGHT("Turn right"),
  MIRROR("Mirror"),
  NARROWER("Narrower window"),
  WIDER("Wider window"),
  BRIGHTER("Brighter"),
  DARKER("Darker"),
  NEXT_WINDOW("Next window of the file"),
  PRESET_1("Preset: as acquired"),
  PRESET_2("Preset: full range"),
  PRESET_3("Preset: 1–99 percentile"),
  PRESET_4("Preset: lung"),
  PRESET_5("Preset: bone, mediastinum"),
  PRESET_6("Preset: soft tissue");

  private final String words;

  Act(String words) {
    this.words = words;
  }

  /** What it does, for people. */
  public String words() {
    return words;
  }

  /** For the points of a scale: which one, from 1; else 0. */
  public int point() {
    return number("POINT_");
  }

  /** For the window presets: which one, from 1; else 0. */
  public int preset() {
    return number("PRESET_");
  }

  /** Whether it lasts as long as its key is held down. */
  public boolean held() {
    return this == LENS || this == MEASURE || this == PAN;
  }

  /** Whether an arrow or another key moves window or level by a step. */
  public boolean steps() {
    return this == NARROWER || this == WIDER || this == BRIGHTER || this == DARKER;
  }

  private int number(String family) {
    return name().startsWith(family) ? Integer.parseInt(name().substring(family.length())) : 0;
  }

  /** As it is written in settings. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
