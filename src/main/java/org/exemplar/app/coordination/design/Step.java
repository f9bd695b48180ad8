package org.exemplar.app.coordination.design;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The steps of a draft, in order. */
enum Step {
  SOURCES("Sources"),
  PROTOCOL("Protocol"),
  SELECTION("Selection"),
  READERS("Readers"),
  TEXT("Text check"),
  READINESS("Readiness");

  private final String words;

  Step(String words) {
    this.words = words;
  }

  /** What the step list calls it. */
  String words() {
    return words;
  }

  /** Counted from 1. */
  int number() {
    return place() + 1;
  }

  private int place() {
    return List.of(values()).indexOf(this);
  }

  /** The step of a name. */
  static Optional<Step> of(String words) {
    return Arrays.stream(values()).filter(step -> step.words.equals(words)).findFirst();
  }

  /** The step before; empty at the first. */
  Optional<Step> before() {
    return this == SOURCES ? Optional.empty() : Optional.of(values()[place() - 1]);
  }

  /** The step after; empty at the last. */
  Optional<Step> after() {
    return this == READINESS ? Optional.empty() : Optional.of(values()[place() + 1]);
  }
}
