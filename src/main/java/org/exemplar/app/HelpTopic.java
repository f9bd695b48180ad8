package org.exemplar.app;

import java.util.List;
import javafx.scene.control.Button;
import org.exemplar.app.control.parts.Sheet;
import org.exemplar.app.desk.Command;
import org.exemplar.app.desk.DeskHost;
import org.exemplar.app.fx.Parts;
import org.kordamp.ikonli.feather.Feather;

/**
 * A short answer in the command search.
 *
 * @param question as it is searched for
 * @param aside the answer in a few words
 * @param answer a paragraph or more
 */
record HelpTopic(String question, String aside, List<String> answer) {
  private static final List<HelpTopic> ALL =
      List.of(
          new HelpTopic(
              "What is a PIE?",
              "a pruning-identified exemplar",
              List.of(
                  "An image on which a dense network and its pruned copies disagree most. For every"
                      + " image the findings are ranked by probability, averaged over training"
                      + " runs, once for the dense and once for the pruned networks; Spearman’s"
                      + " correlation of the two rankings is the image’s agreement.",
                  "PIEs are the images with the lowest agreement: by default 5 % of them at"
                      + " sparsity 0.90. Ties at the boundary are taken in the order of the"
                      + " comparison, and are counted beside the histogram.")),
          new HelpTopic(
              "How a finding’s contribution is reckoned",
              "adds up to 1 − ρ exactly",
              List.of(
                  "Ranks of the dense and of the pruned networks are centred and scaled to length"
                      + " one. A finding’s contribution is half the squared difference of its two"
                      + " values; over all findings these add up to 1 − ρ, where ρ is the image’s"
                      + " agreement.")),
          new HelpTopic(
              "What is PIE-AUC?",
              "0.5: rated alike",
              List.of(
                  "The chance that a PIE gets the more PIE-like rating of a PIE and another image,"
                      + " ties counting half: 0.5 when readers rate both arms alike, 1 when every"
                      + " PIE stands out. The planned test takes readers and cases as random, so"
                      + " that it holds for other readers and other cases.")),
          new HelpTopic(
              "Why the pooled test is marked",
              "ratings share cases and readers",
              List.of(
                  "Pooling all ratings treats six answers to one case as six cases. Such a test"
                      + " calls studies without any effect significant far more often than in one"
                      + " of twenty. It is shown beside the planned test because the paper used"
                      + " it.")),
          new HelpTopic(
              "Keys of the explorer",
              "images, histogram, slider",
              List.of(
                  "Images: arrows, Page up and down, Home and End; Enter opens, Ctrl+Enter or the"
                      + " middle mouse button opens a window of its own, Space selects, Ctrl+F"
                      + " searches, Ctrl+Z undoes.",
                  "Histogram: left and right move the criterion by one image, with Shift by ten,"
                      + " Home goes back to 5 %. One image: left and right change the sparsity, up"
                      + " and down go through the findings, Page up and down through the images."
                      + " Where they look: Z held shows the film alone.",
                  "Everywhere: Ctrl+K searches, Alt+← and Alt+→ go back and forward, Alt+1 to 3 are"
                      + " the doors.")),
          new HelpTopic(
              "When the arms may be known",
              "after unblinding only",
              List.of(
                  "A study file holds no arm. Which case is a PIE stands in the unblinding key"
                      + " alone; opening it needs its passphrase and a reason, closes data entry and"
                      + " is written into the audit trail. Ratings stand beside images in the"
                      + " explorer only after that.")));

  /** All of them as commands. */
  static List<Command> all(DeskHost host) {
    return ALL.stream()
        .map(topic ->
            new Command(
                Command.Group.HELP,
                topic.question,
                topic.aside,
                Feather.HELP_CIRCLE,
                "",
                () -> topic.show(host)))
        .toList();
  }

  private void show(DeskHost host) {
    Sheet sheet = new Sheet(host.window(), host.theme(), question);
    Button close = new Button("Close");
    close.setDefaultButton(true);
    close.setOnAction(e -> sheet.close());
    sheet.body(Parts.line(question, "heading"));
    answer.forEach(paragraph -> sheet.body(Parts.paragraph(paragraph, "body")));
    sheet.answer(close).show(close);
  }
}
