package org.exemplar.app.coordination.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.exemplar.app.coordination.design.Readiness.Act;
import org.exemplar.app.coordination.design.Readiness.Check;
import org.exemplar.blinding.Balance;
import org.exemplar.blinding.LeakTest;
import org.exemplar.blinding.StudyPreview;
import org.exemplar.study.Design;
import org.exemplar.study.Protocol;

/** Checks of what was drawn: selection, balance, orders, text in pictures, leak test, power. */
final class DrawChecks {
  private final DesignViewModel model;
  private final Design design;
  private final List<Check> checks = new ArrayList<>();

  private DrawChecks(DesignViewModel model, Protocol protocol) {
    this.model = model;
    this.design = protocol.design();
  }

  /** None before sources and protocol can be used: their own blockers come first. */
  static List<Check> of(DesignViewModel model) {
    Optional<Protocol> protocol = model.protocol().read();
    if (protocol.isEmpty() || model.facts().value().isEmpty()) {
      return List.of();
    }
    DrawChecks checks = new DrawChecks(model, protocol.get());
    checks.draw(protocol.get());
    return checks.checks;
  }

  private void draw(Protocol protocol) {
    if (model.preview().problem().isPresent()) {
      checks.add(
          Check.blocker(
              "Comparison and protocol do not fit",
              model.preview().problem().get(),
              Step.SELECTION));
    } else if (model.preview().value().isEmpty()) {
      checks.add(
          Check.blocker("The selection is being worked out", "In a moment.", Step.SELECTION));
    } else {
      StudyPreview preview = model.preview().value().get();
      selection(preview);
      if (preview.blocker().isEmpty()) {
        balance(preview);
        orders(preview);
        practice(protocol);
        pictures();
      }
      power();
    }
  }

  private void selection(StudyPreview preview) {
    if (preview.blocker().isPresent()) {
      boolean pies = preview.available().pies() < design.arms().pie();
      boolean others = preview.available().others() < design.arms().nonPie();
      checks.add(
          Check.blocker(
              pies ? "Too few PIEs" : others ? "Too few controls" : "The study cannot be drawn",
              preview.blocker().get() + (pies ? enough(preview) : ""),
              Step.SELECTION));
      return;
    }
    boolean matched = design.sampling().controls() == Design.Controls.MATCHED;
    checks.add(
        Check.ready(
            "Selection",
            SourceChecks.count(design.arms().pie(), "PIE")
                + " and "
                + SourceChecks.count(
                    design.arms().nonPie(), matched ? "matched control" : "control")
                + (design.sampling().onePerPatient() ? ", one case a patient" : ""),
            Step.SELECTION));
  }

  private String enough(StudyPreview preview) {
    int images = preview.available().images();
    int percentile = images == 0 ? 100 : Math.ceilDiv(100 * design.arms().pie(), images);
    return percentile > 50
        ? ""
        : " Below percentile " + percentile + " there would be about enough.";
  }

  private void balance(StudyPreview preview) {
    List<Balance.Row> off =
        preview.balance().stream()
            .flatMap(balance -> balance.rows().stream())
            .filter(row -> !row.balanced())
            .toList();
    if (design.sampling().controls() != Design.Controls.MATCHED) {
      return;
    }
    if (off.isEmpty()) {
      checks.add(Check.ready("Balance", "no standardised difference above 0.1", Step.SELECTION));
      return;
    }
    String detail =
        off.stream().limit(3).map(DrawChecks::words).reduce((a, b) -> a + "; " + b).orElse("")
            + (off.size() > 3 ? "; and " + (off.size() - 3) + " more" : "")
            + ". Drawing again or matching on less may mend it.";
    checks.add(
        model.balanceAccepted()
            ? Check.warning(
                "The arms are not balanced, taken as they are",
                detail + " The report says so.",
                Step.SELECTION)
            : Check.blocker(
                "The arms are not balanced", detail, Step.SELECTION, Act.GO, Act.DRAW, Act.ACCEPT));
  }

  private static String words(Balance.Row row) {
    return Double.isFinite(row.after())
        ? String.format(
            Locale.ROOT, "%s differs by %.2f, above 0.1", row.name(), Math.abs(row.after()))
        : row.name() + " is in one arm only, above 0.1";
  }

  private void orders(StudyPreview preview) {
    if (model.readerIds().isEmpty()) {
      return;
    }
    if (preview.coverage().blocker().isPresent()) {
      checks.add(
          Check.blocker(
              "No reading order keeps every rule",
              preview.coverage().blocker().get(),
              Step.SELECTION));
    } else {
      checks.add(
          Check.ready(
              "Orders",
              SourceChecks.count(model.readerIds().size(), "reader")
                  + ", blocks of "
                  + design.order().block()
                  + ", longest run of one arm "
                  + design.order().longestRun(),
              Step.SELECTION));
    }
  }

  private void practice(Protocol protocol) {
    int cases = protocol.reading().rules().practice().cases();
    checks.add(
        Check.ready(
            "Practice",
            cases == 0
                ? "none asked for"
                : SourceChecks.count(cases, "case") + " from outside the study set",
            Step.SELECTION));
  }

  private void pictures() {
    if (model.readerIds().isEmpty() || model.preview().value().isEmpty()) {
      return;
    }
    if (model.rehearsal().problem().isPresent()) {
      checks.add(
          Check.blocker(
              "The pictures cannot be used", model.rehearsal().problem().get(), Step.SOURCES));
    } else if (model.lookingProperty().get()) {
      checks.add(Check.blocker("The pictures are being looked at", "In a moment.", Step.TEXT));
    } else if (model.rehearsal().value().isEmpty()) {
      checks.add(
          Check.blocker(
              "The pictures were not looked at yet",
              "Names and dates may be burned into films, and a file may tell its arm: look at this"
                  + " very draw before it is sealed.",
              Step.TEXT,
              Act.LOOK));
    } else {
      text();
      leaks(model.rehearsal().value().get().leakTest());
    }
  }

  private void text() {
    int waiting = model.text().undecided();
    if (waiting > 0) {
      checks.add(
          Check.blocker(
              waiting == 1
                  ? "One region looks like text burned into a film"
                  : waiting + " regions look like text burned into films",
              "Clear each as harmless, such as a side marker, or mask it; masking is recorded.",
              Step.TEXT));
    } else {
      checks.add(
          Check.ready(
              "Text in pictures",
              model.text().count() == 0
                  ? "nothing found"
                  : model.text().count() + " regions decided, " + model.text().masked() + " masked",
              Step.TEXT));
    }
  }

  private void leaks(LeakTest test) {
    for (LeakTest.Row row : test.rows()) {
      if (row.refused()) {
        checks.add(
            Check.blocker(
                row.fact().title() + " gives the arm away",
                String.format(
                    Locale.ROOT,
                    "AUC %.2f, refused from 0.8 up and from 0.2 down: use images of one kind, or"
                        + " match controls on what differs.",
                    row.auc()),
                Step.SELECTION));
      }
    }
    if (test.passed()) {
      checks.add(Check.ready("Leak test", "nothing about a file tells the arm", Step.READINESS));
    }
  }

  private void power() {
    PowerOutlook.of(design, model.readerIds().size())
        .filter(outlook -> outlook.alike().power() < PowerOutlook.WANTED)
        .ifPresent(outlook ->
            checks.add(
                Check.warning(
                    String.format(
                        Locale.ROOT,
                        "Power is %.0f %% for a PIE-AUC of %.2f on a five-point scale",
                        100 * outlook.alike().power(),
                        outlook.auc()),
                    String.format(
                        Locale.ROOT,
                        "%d readers, %d cases; %.0f %% if readers differ in the effect. More cases"
                            + " or readers raise it.",
                        outlook.readers(),
                        outlook.cases(),
                        100 * outlook.differ().power()),
                    Step.SELECTION)));
  }
}
