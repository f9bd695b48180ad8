package org.exemplar.app.reading;

import java.util.Locale;

/** What a key can do in the reading room. */
public enum Act {
  POINT_1,
  POINT_2,
  POINT_3,
  POINT_4,
  POINT_5,
  POINT_6,
  POINT_7,
  POINT_8,
  POINT_9,
  AGREE,
  DISAGREE,
  CANNOT_JUDGE,
  NEXT_QUESTION,
  PREVIOUS_QUESTION,
  COMMENT,
  ADD_FINDING,
  NEXT_CASE,
  NEXT_INCOMPLETE,
  PREVIOUS_CASE,
  TRY_AGAIN,
  PAUSE,
  HIDE_PANEL,
  FULL_SCREEN,
  KEYS,
  INVERT,
  RESET,
  FIT,
  ONE_TO_ONE,
  ZOOM_IN,
  ZOOM_OUT,
  LENS,
  TURN_LEFT,
  TURN_RIGHT,
  MIRROR,
  NARROWER,
  WIDER,
  BRIGHTER,
  DARKER,
  PRESET_1,
  PRESET_2,
  PRESET_3,
  PRESET_4,
  PRESET_5,
  PRESET_6;

  /** For the points of a scale: which one, from 1; else 0. */
  public int point() {
    return number("POINT_");
  }

  /** For the window presets: which one, from 1; else 0. */
  public int preset() {
    return number("PRESET_");
  }

  private int number(String family) {
    return name().startsWith(family) ? Integer.parseInt(name().substring(family.length())) : 0;
  }

  /** As it is written in settings. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
