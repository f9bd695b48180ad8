package org.exemplar.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.exemplar.analysis.unblinding.UnblindedRatings;
import org.exemplar.blinding.Arm;
import org.exemplar.export.RatingSheet.Place;
import org.exemplar.export.RatingSheet.Recorded;
import org.exemplar.export.RatingSheet.SheetCase;
import org.exemplar.export.RatingSheet.SheetQuestion;
import org.exemplar.export.RatingSheet.SheetRating;
import org.exemplar.export.RatingSheet.Source;
import org.exemplar.export.RatingSheet.Value;
import org.exemplar.store.AnswerHistory;
import org.exemplar.store.ProtocolVersion;
import org.exemplar.store.Seal;
import org.exemplar.store.StudyFile;
import org.exemplar.study.Answer;
import org.exemplar.study.Orientation;
import org.exemplar.study.Protocol;
import org.exemplar.study.Question;
import org.exemplar.study.Rating;
import org.exemplar.study.ReaderId;
import org.exemplar.study.Submission;

/** Takes the ratings out of a study: blinded, or with arms once it was unblinded. */
public final class StudySheets {
  private StudySheets() {}

  /** A study's ratings without arms and without digests of images. */
  public static RatingSheet blinded(StudyFile study) {
    List<SheetCase> cases =
        study.cases(false).stream()
            .map(code -> new SheetCase(code.value(), Optional.empty(), Optional.empty()))
            .toList();
    return sheet(study, cases);
  }

  /** A study's ratings with arms and digests of the source images. */
  public static RatingSheet unblinded(StudyFile study, UnblindedRatings ratings) {
    List<SheetCase> cases =
        ratings.study().key().cases().stream()
            .filter(each -> !each.practice())
            .map(each ->
                new SheetCase(
                    each.code().value(),
                    Optional.of(each.arm() == Arm.PIE),
                    Optional.of(each.image().sha256().toString())))
            .toList();
    return sheet(study, cases);
  }

  private static RatingSheet sheet(StudyFile study, List<SheetCase> cases) {
    Protocol protocol = protocol(study);
    Map<String, String> comments = comments(study);
    List<SheetRating> ratings = new ArrayList<>();
    boolean simulated = false;
    AnswerHistory history = study.history();
    for (Rating rating : study.ratings()) {
      simulated |= rating.circumstances().simulated();
      ratings.add(
          rating(
              rating,
              comments,
              new Recorded(
                  rating.timing(),
                  rating.circumstances(),
                  history.sitting(rating.reader(), rating.timing().submitted()),
                  history.swapMs(rating.reader(), rating.item().position()))));
    }
    List<RatingSheet.SheetStep> steps =
        history.steps().stream()
            .map(step ->
                new RatingSheet.SheetStep(history.sitting(step.reader(), step.clock().at()), step))
            .toList();
    return new RatingSheet(
        new Source(
            study.identity().studyId(),
            study.seal().map(Seal::protocolDigest).map(Object::toString).orElse(""),
            simulated),
        questions(protocol),
        cases,
        study.readers().stream().map(ReaderId::value).toList(),
        new RatingSheet.Answers(ratings, steps));
  }

  private static SheetRating rating(
      Rating rating, Map<String, String> comments, Recorded recorded) {
    Answer answer = rating.rated().answer();
    OptionalDouble code =
        answer.code().isPresent()
            ? OptionalDouble.of(answer.code().getAsInt())
            : OptionalDouble.empty();
    Place place =
        new Place(
            rating.reader().value(),
            rating.item().position(),
            rating.item().showing(),
            rating.item().practice());
    String comment = comments.getOrDefault(key(rating.reader(), rating.item().position()), "");
    return new SheetRating(
        place,
        rating.item().code().value(),
        rating.rated().questionId(),
        new Value(answer.kind(), code, answer.wording(), rating.rated().changes(), comment),
        Optional.of(recorded));
  }

  private static Map<String, String> comments(StudyFile study) {
    Map<String, String> comments = new HashMap<>();
    for (ReaderId reader : study.readers()) {
      for (Submission submission : study.submissions(reader)) {
        comments.put(key(reader, submission.item().position()), submission.comment());
      }
    }
    return comments;
  }

  private static String key(ReaderId reader, int position) {
    return reader.value() + ' ' + position;
  }

  /** The protocol in force: the last version. */
  static Protocol protocol(StudyFile study) {
    List<ProtocolVersion> versions = study.protocols();
    return Protocol.parse("protocol", versions.getLast().text());
  }

  private static List<SheetQuestion> questions(Protocol protocol) {
    List<SheetQuestion> questions = new ArrayList<>();
    for (Question question : protocol.reading().questions()) {
      questions.add(
          new SheetQuestion(
              question.id(),
              question.wording().title(),
              question.wording().text(),
              protocol.analysis().orientations().getOrDefault(question.id(), Orientation.HIGHER),
              AnswerForm.of(question)));
    }
    return questions;
  }
}
