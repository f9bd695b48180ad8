package org.exemplar.app.coordination.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.exemplar.app.coordination.design.Readiness.Check;
import org.exemplar.study.Question;
import org.exemplar.study.ReaderId;

/** Checks of what was typed: sources, protocol, readers, place, passphrase of reading files. */
final class SourceChecks {
  private final DesignViewModel model;
  private final List<Check> checks = new ArrayList<>();

  private SourceChecks(DesignViewModel model) {
    this.model = model;
  }

  static List<Check> of(DesignViewModel model) {
    SourceChecks checks = new SourceChecks(model);
    checks.sources();
    checks.protocol();
    checks.readers();
    checks.place();
    checks.filePassphrase();
    return checks.checks;
  }

  private void sources() {
    if (model.comparisonProperty().get().isBlank()) {
      checks.add(
          Check.blocker(
              "No comparison is chosen",
              "A study shows images on which two networks disagree: choose the folder of a finished"
                  + " comparison.",
              Step.SOURCES));
    } else if (model.imagesProperty().get().isBlank()) {
      checks.add(
          Check.blocker(
              "No folder of images is chosen",
              "Choose the folder of the films that were compared.",
              Step.SOURCES));
    } else if (model.facts().problem().isPresent()) {
      checks.add(
          Check.blocker(
              "The sources cannot be used", model.facts().problem().orElse(""), Step.SOURCES));
    } else if (model.facts().value().isEmpty()) {
      checks.add(Check.blocker("The sources are being looked at", "In a moment.", Step.SOURCES));
    } else {
      SourceFacts facts = model.facts().value().get();
      checks.add(
          Check.ready(
              "Sources", facts.name() + ", " + count(facts.images(), "image"), Step.SOURCES));
      labels(facts);
    }
  }

  private void labels(SourceFacts facts) {
    boolean asks =
        model.protocol().read().stream()
            .flatMap(protocol -> protocol.reading().questions().stream())
            .anyMatch(Question.Agreement.class::isInstance);
    if (asks && !facts.labelled()) {
      checks.add(
          Check.warning(
              "Readers see no given findings",
              "The comparison was made without labels, but the protocol asks whether readers agree"
                  + " with them.",
              Step.PROTOCOL));
    }
  }

  private void protocol() {
    ProtocolText protocol = model.protocol();
    if (!protocol.chosen()) {
      checks.add(
          Check.blocker(
              "No protocol is chosen",
              "Choose a document, or begin with a template.",
              Step.PROTOCOL));
    } else if (protocol.error().isPresent()) {
      checks.add(Check.blocker("The protocol has an error", protocol.error().get(), Step.PROTOCOL));
    } else if (!model.unfinished().isEmpty()) {
      checks.add(
          Check.blocker(
              "A question is not finished",
              model.unfinished() + " Choose Edit the questions to go on.",
              Step.PROTOCOL));
    } else {
      checks.add(Check.ready("Protocol is valid", protocol.summary(), Step.PROTOCOL));
    }
  }

  private void readers() {
    List<ReaderId> readers = model.readerIds();
    checks.add(
        readers.isEmpty()
            ? Check.blocker(
                "No readers are named",
                "Name at least one, each once, by a pseudonym of letters and digits such as R01.",
                Step.READERS)
            : Check.ready(
                "Readers",
                readers.size() == 1
                    ? readers.getFirst().value()
                    : readers.size() < 4
                        ? String.join(", ", readers.stream().map(ReaderId::value).toList())
                        : readers.size()
                            + ", "
                            + readers.getFirst().value()
                            + " to "
                            + readers.getLast().value(),
                Step.READERS));
  }

  private void place() {
    if (model.outProperty().get().isBlank()) {
      checks.add(
          Check.blocker(
              "The study has no place",
              "Name a folder that does not exist yet; the study is made in it.",
              Step.READERS));
    } else if (model.place().isEmpty()) {
      checks.add(
          Check.blocker(
              "The study’s folder exists already",
              "Name one that does not, so that nothing is written over.",
              Step.READERS));
    } else {
      checks.add(Check.ready("Place", "a new folder, named by you", Step.READERS));
    }
  }

  private void filePassphrase() {
    String words = model.filePassphraseProperty().get();
    if (words.isEmpty()) {
      checks.add(
          Check.warning(
              "Reading files have no passphrase yet",
              "The study can be sealed; files are then written later, from Progress.",
              Step.READERS));
    } else if (!words.equals(model.fileAgainProperty().get())) {
      checks.add(
          Check.blocker(
              "The two passphrases of the reading files differ",
              "Type the same words twice.",
              Step.READERS));
    } else {
      checks.add(Check.ready("Reading files", "written right after the seal", Step.READERS));
    }
  }

  static String count(int number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }
}
