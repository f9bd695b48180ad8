package org.exemplar.app.coordination.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.exemplar.app.control.FilmModel;
import org.exemplar.app.fx.Theme;
import org.exemplar.conduct.Amendment;
import org.exemplar.conduct.Office;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.store.SmallStudy;
import org.exemplar.study.Protocol;
import org.exemplar.study.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ProtocolPageTest {
  @TempDir private static Path folder;
  private Stage stage;
  private int finished;

  @Start
  void start(Stage shown) {
    Theme.loadFonts();
    stage = shown;
    stage.setScene(new Scene(new javafx.scene.layout.StackPane(), 1208, 704));
    Theme.DARK.applyTo(stage.getScene(), Theme.resource(FilmModel.class, "control.css"));
    stage.show();
  }

  private static String document() {
    try {
      return Files.readString(Path.of("reader-study-protocol.md"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private ProtocolPage show(FxRobot robot, ProtocolDraft draft, StudyRecord study) {
    ProtocolPage[] page = new ProtocolPage[1];
    robot.interact(() -> {
      page[0] =
          new ProtocolPage(
              draft, "protocol.md", study, ProtocolPage.Acts.of(() -> finished++, () -> {}));
      stage.getScene().setRoot(page[0]);
    });
    return page[0];
  }

  private static String words(FxRobot robot) {
    return robot.lookup(n -> n instanceof Label && n.isVisible()).queryAllAs(Label.class).stream()
            .map(Label::getText)
            .collect(Collectors.joining("\n"))
        + robot.lookup(n -> n instanceof Text).queryAllAs(Text.class).stream()
            .map(Text::getText)
            .collect(Collectors.joining("\n"));
  }

  private static TextInputControl field(FxRobot robot, String words) {
    return robot
        .lookup(n -> n instanceof TextInputControl && words.equals(n.getAccessibleText()))
        .queryAs(TextInputControl.class);
  }

  @Test
  void the_document_reads_with_headings_tables_settings_and_digest(FxRobot robot) {
    ProtocolDraft draft = ProtocolDraft.of(document());
    show(robot, draft, null);

    assertThat(words(robot))
        .contains("Background and hypothesis", "more PIE-like", "pruning-identified exemplars")
        .contains("20 PIE, 20 other", "in the lowest 5 % at sparsity 0.9", "all readers, all cases")
        .contains("Chest radiograph reading study")
        .doesNotContain("**", "| question |");
    assertThat(draft.changed()).isFalse();
  }

  @Test
  void a_broken_line_is_told_and_a_click_goes_to_it(FxRobot robot) {
    ProtocolDraft draft =
        ProtocolDraft.of(document().replace("correction: previous", "correction: sometimes"));
    show(robot, draft, null);
    int line = document().substring(0, document().indexOf("correction:")).split("\n", -1).length;

    assertThat(words(robot)).contains("line " + line, "must be one of none, previous, any");
    robot.interact(() ->
        robot
            .lookup(n -> n instanceof Button b && b.getText().equals("Go there"))
            .queryAs(Button.class)
            .fire());

    TextInputControl source = field(robot, "The protocol as it is written");
    assertThat(source.getSelectedText()).isEqualTo("correction: sometimes");
    robot.write("correction: any");
    assertThat(draft.blocker()).isEmpty();
    assertThat(words(robot)).contains("Not saved");
  }

  @Test
  void a_question_is_built_with_the_keyboard_and_stands_in_the_document(FxRobot robot) {
    ProtocolDraft draft = ProtocolDraft.of(document());
    ProtocolPage page = show(robot, draft, null);
    robot.interact(() -> {
      page.show(ProtocolPage.Tab.QUESTIONS);
      draft.select(2);
      draft.add(QuestionForm.Kind.YES_NO);
    });
    type(robot, "Short title", "Retake: \"again\" #1");
    robot.push(KeyCode.TAB);
    robot.push(javafx.scene.input.KeyCode.SHORTCUT, KeyCode.A);
    robot.write("retake");
    type(robot, "Question, as readers are asked it", "Would you take it again?");

    assertThat(words(robot)).contains("Would you take it again?");
    Question question =
        Protocol.parse("a.md", draft.state().text()).reading().question("retake").orElseThrow();
    assertThat(question.wording().title()).isEqualTo("Retake: \"again\" #1");
    assertThat(draft.state().text()).contains("    retake: higher\n");
    assertThat(draft.state().text()).contains("# Each reader has an order of their own.");

    robot.push(KeyCode.SHORTCUT, KeyCode.Z);
    assertThat(draft.state().forms().get(3).words().text()).isEqualTo("What do you want to ask?");
    robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z);
    assertThat(draft.state().forms().get(3).words().text()).isEqualTo("Would you take it again?");
    robot.push(KeyCode.SHORTCUT, KeyCode.S);
    assertThat(finished).isEqualTo(1);
  }

  @Test
  void what_is_wrong_is_said_beside_the_field_and_keeps_the_document_from_being_saved(
      FxRobot robot) {
    ProtocolDraft draft = ProtocolDraft.of(document());
    ProtocolPage page = show(robot, draft, null);
    robot.interact(() -> {
      page.show(ProtocolPage.Tab.QUESTIONS);
      draft.select(1);
    });
    type(robot, "Name in tables", "Image Quality");

    assertThat(words(robot)).contains("Lower-case letters, digits and _ only");
    assertThat(draft.state().text()).isEqualTo(document());
    robot.push(KeyCode.SHORTCUT, KeyCode.S);
    assertThat(finished).isZero();
    type(robot, "Name in tables", "quality");
    assertThat(words(robot)).doesNotContain("Lower-case letters, digits and _ only");
    assertThat(draft.state().text())
        .contains("    quality: lower\n")
        .doesNotContain("    image_quality:");
  }

  @Test
  void tab_leaves_every_field_and_comes_back(FxRobot robot) {
    ProtocolDraft draft = ProtocolDraft.of(document());
    ProtocolPage page = show(robot, draft, null);
    robot.interact(() -> {
      page.show(ProtocolPage.Tab.QUESTIONS);
      draft.select(1);
    });
    robot.interact(() -> field(robot, "Short title").requestFocus());
    List<String> passed = new java.util.ArrayList<>();
    for (int i = 0; i < 3; i++) {
      robot.push(KeyCode.TAB);
      passed.add(stage.getScene().getFocusOwner().getAccessibleText());
    }
    robot.push(KeyCode.SHIFT, KeyCode.TAB);

    assertThat(passed)
        .containsExactly(
            "Name in tables",
            "Question, as readers are asked it",
            "Help, one sentence for the instructions");
    assertThat(stage.getScene().getFocusOwner().getAccessibleText())
        .isEqualTo("Question, as readers are asked it");
    assertThat(draft.changed()).isFalse();
  }

  @Test
  void instructions_are_written_and_shown_as_they_read(FxRobot robot) {
    ProtocolDraft draft = ProtocolDraft.of(document());
    ProtocolPage page = show(robot, draft, null);
    robot.interact(() -> page.show(ProtocolPage.Tab.INSTRUCTIONS));

    type(robot, "Instructions for readers", "Look **twice**.\n\n### Then\n\nRate.\n");
    assertThat(Protocol.parse("a.md", draft.state().text()).reading().text().instructions())
        .isEqualTo("Look **twice**.\n\n### Then\n\nRate.");
    assertThat(draft.state().text()).contains("## Analysis plan").contains("## Returning the file");
    assertThat(words(robot)).contains("twice").contains("Then");
    type(robot, "Instructions for readers", "Look\n## Analysis plan\nNone");
    assertThat(words(robot)).contains("a larger one would end the section");
    assertThat(draft.state().text()).contains("Look **twice**.");
    type(robot, "Instructions for readers", "Rate the PIEs first.");
    assertThat(words(robot)).contains("readers would see the word \"PIEs\"");
  }

  @Test
  void questions_move_by_keys(FxRobot robot) {
    ProtocolDraft draft = ProtocolDraft.of(document());
    ProtocolPage page = show(robot, draft, null);
    robot.interact(() -> {
      page.show(ProtocolPage.Tab.QUESTIONS);
      draft.select(2);
      robot.lookup(".question-list").queryAs(ListView.class).requestFocus();
    });

    robot.push(KeyCode.ALT, KeyCode.UP);
    robot.push(KeyCode.ALT, KeyCode.UP);

    assertThat(draft.state().forms())
        .extracting(QuestionForm::id)
        .containsExactly("difficulty", "label_disagreement", "image_quality");
    assertThat(draft.state().selected()).isZero();
    robot.push(KeyCode.DELETE);
    assertThat(draft.state().forms()).hasSize(2);
    assertThat(Protocol.parse("a.md", draft.state().text()).analysis().orientations())
        .containsOnlyKeys("label_disagreement", "image_quality");
  }

  @Test
  void a_sealed_study_locks_what_is_measured_and_takes_new_words(FxRobot robot) throws IOException {
    StudyLocation location = study("sealed");
    StudyRecord record = StudyRecord.of(location);
    ProtocolDraft draft = ProtocolDraft.amending(Protocol.parse("a.md", record.present().text()));
    ProtocolPage page = show(robot, draft, record);
    robot.interact(() -> {
      page.show(ProtocolPage.Tab.QUESTIONS);
      draft.select(1);
    });

    assertThat(field(robot, "Name in tables").isEditable()).isFalse();
    assertThat(
            robot
                .lookup(n -> "Kind of question".equals(n.getAccessibleText()))
                .queryAs(ComboBox.class)
                .isDisabled())
        .isTrue();
    assertThat(words(robot)).contains("answers before and after must stay comparable");
    type(robot, "Help, one sentence for the instructions", "All four together.");
    assertThat(draft.blocker()).isEmpty();
    new Amendment(
            new Office("Dr Ahn", Optional.empty(), () -> SmallStudy.NOW.plusSeconds(60), "test"))
        .amend(location, Protocol.parse("a.md", draft.state().text()), "Readers asked");

    StudyRecord after = StudyRecord.of(location);
    ProtocolPage amended =
        show(robot, ProtocolDraft.amending(Protocol.parse("a", after.present().text())), after);
    robot.interact(() -> amended.show(ProtocolPage.Tab.VERSIONS));
    assertThat(words(robot))
        .contains("2  Amendment", "Readers asked", "Dr Ahn", "1 line added, 1 removed")
        .contains("help: All four together.");
  }

  @Test
  void an_amendment_of_what_was_drawn_is_refused_while_it_is_typed(FxRobot robot)
      throws IOException {
    StudyLocation location = study("refused");
    StudyRecord record = StudyRecord.of(location);
    ProtocolDraft draft = ProtocolDraft.amending(Protocol.parse("a.md", record.present().text()));
    show(robot, draft, record);

    robot.interact(() -> draft.typeSource(draft.state().text().replace("  PIE: 20", "  PIE: 21")));

    assertThat(words(robot)).contains("the cases are drawn and sealed: build a new study instead");
    robot.push(KeyCode.SHORTCUT, KeyCode.S);
    assertThat(finished).isZero();
  }

  @Test
  void deviations_are_told_with_reader_case_reason_and_time(FxRobot robot) {
    StudyRecord.Made made =
        new StudyRecord.Made(
            new org.exemplar.study.ReaderId("R02"),
            new org.exemplar.study.Deviation(
                org.exemplar.study.Deviation.Kind.CASE_SKIPPED,
                SmallStudy.NOW,
                17,
                "The film was damaged"));
    robot.interact(() -> stage.getScene().setRoot(new DeviationsView(List.of(made))));

    List<String> cells =
        robot
            .lookup(".table-row-cell:filled .table-cell")
            .queryAllAs(javafx.scene.control.TableCell.class)
            .stream()
            .map(cell -> String.valueOf(cell.getItem()))
            .toList();
    assertThat(cells)
        .containsExactly(
            "R02", "17", "Left the case out", "2 Jan 2026, 03:04", "The film was damaged");
    robot.interact(() -> stage.getScene().setRoot(new DeviationsView(List.of())));
    assertThat(words(robot)).contains("No deviations so far");
  }

  @Test
  void templates_are_chosen_by_name(FxRobot robot) {
    List<org.exemplar.study.ProtocolTemplate> begun = new java.util.ArrayList<>();
    robot.interact(() ->
        stage
            .getScene()
            .setRoot(
                new ProtocolStart(
                    List.of(),
                    new ProtocolStart.Acts(begun::add, () -> {}, work -> {}, work -> {}))));

    assertThat(words(robot)).contains("The published study", "Label review", "Image quality");
    robot.interact(() ->
        robot
            .lookup(n -> "Begin with Image quality".equals(n.getAccessibleText()))
            .queryAs(Button.class)
            .fire());
    assertThat(begun).containsExactly(org.exemplar.study.ProtocolTemplate.IMAGE_QUALITY);
  }

  private static StudyLocation study(String name) throws IOException {
    Path place = Files.createDirectories(folder.resolve(name));
    new SmallStudy(4).create(place.resolve("study.db")).close();
    return StudyLocation.of(place);
  }

  private static void type(FxRobot robot, String field, String words) {
    TextInputControl input = field(robot, field);
    robot.interact(() -> {
      input.requestFocus();
      input.selectAll();
      input.replaceSelection(words);
    });
    assertThat(input).isInstanceOfAny(TextField.class, javafx.scene.control.TextArea.class);
  }
}
