package org.exemplar.app.coordination;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.exemplar.conduct.Resolution.Choice;
import org.exemplar.store.Decision;
import org.exemplar.store.Dispute;
import org.jspecify.annotations.Nullable;

/** What the coordinator chose for answers that differ: a rule, and exceptions row by row. */
public final class ConflictsModel {
  private final List<Dispute> disputes;
  private final Map<Dispute, Integer> exceptions = new HashMap<>();
  private Decision.@Nullable Rule rule;
  private final StringProperty reason = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper missing = new ReadOnlyStringWrapper("");

  /**
   * @param disputes of the study, decided or not
   */
  public ConflictsModel(List<Dispute> disputes) {
    this.disputes = List.copyOf(disputes);
    reason.addListener((o, was, now) -> update());
    update();
  }

  /** All of them. */
  public List<Dispute> disputes() {
    return disputes;
  }

  /** Those that nobody has decided yet. */
  public List<Dispute> open() {
    return disputes.stream().filter(Dispute::open).toList();
  }

  /** Chooses a rule for all rows without an exception. */
  public void rule(Decision.Rule chosen) {
    rule = chosen;
    update();
  }

  /**
   * Chooses one answer for one row, whatever the rule says.
   *
   * @param side its place among the answers, from 0; empty to follow the rule again
   */
  public void except(Dispute dispute, Optional<Integer> side) {
    side.ifPresentOrElse(s -> exceptions.put(dispute, s), () -> exceptions.remove(dispute));
    update();
  }

  /**
   * The answer that will count by what was chosen; by what was decided before where nothing was.
   */
  public Optional<Dispute.Side> chosen(Dispute dispute) {
    Integer exception = exceptions.get(dispute);
    if (exception != null) {
      return Optional.of(dispute.sides().get(exception));
    }
    if (!dispute.open()) {
      return Optional.of(dispute.counts());
    }
    return Optional.ofNullable(rule).map(dispute::by);
  }

  /** Why exceptions were made. */
  public StringProperty reasonProperty() {
    return reason;
  }

  /** What is missing before it can be finished; empty when nothing is. */
  public ReadOnlyStringProperty missingProperty() {
    return missing.getReadOnlyProperty();
  }

  /** What is to be written. */
  public List<Choice> choices() {
    List<Choice> choices = new ArrayList<>();
    for (Dispute dispute : disputes) {
      Integer exception = exceptions.get(dispute);
      if (exception != null) {
        choices.add(
            new Choice(
                dispute,
                Decision.Rule.CHOSEN,
                dispute.sides().get(exception).readingId(),
                reason.get()));
      } else if (dispute.open() && rule != null) {
        choices.add(Choice.by(rule, dispute));
      }
    }
    return choices;
  }

  private void update() {
    long waiting = open().stream().filter(d -> chosen(d).isEmpty()).count();
    if (waiting > 0) {
      missing.set(
          waiting == 1
              ? "1 conflict waits for a decision"
              : waiting + " conflicts wait for a decision");
    } else if (choices().isEmpty()) {
      missing.set("Nothing waits for a decision");
    } else if (!exceptions.isEmpty() && reason.get().isBlank()) {
      missing.set("An exception needs a reason");
    } else {
      missing.set("");
    }
  }
}
