package org.exemplar.app.coordination.protocol;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.document.MarkdownView;
import org.exemplar.app.control.parts.Fields;
import org.exemplar.app.control.parts.Narrow;
import org.exemplar.app.control.parts.TabOut;
import org.exemplar.app.coordination.protocol.ProtocolDraft.Section;
import org.exemplar.app.fx.Parts;

/** The words that readers see beside the questions: left as written, right as they read. */
final class InstructionsView extends HBox {
  private final ProtocolDraft draft;
  private final VBox fields = new VBox();
  private final VBox seen = new VBox();
  private boolean showing;

  InstructionsView(ProtocolDraft draft) {
    this.draft = draft;
    getStyleClass().add("gap-16");
    fields.getStyleClass().add("gap-12");
    seen.getStyleClass().addAll("reader-preview", "gap-16");
    for (Section section : Section.values()) {
      add(section);
    }
    HBox.setHgrow(fields, Priority.ALWAYS);
    ScrollPane scroll = new ScrollPane(seen);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    Label title = Parts.line("As it reads", "heading");
    VBox right = new VBox(title, scroll);
    right.getStyleClass().addAll("gap-8", "preview-side");
    getChildren().addAll(fields, right);
    Narrow.hide(this, title, 760, right);
  }

  private void add(Section section) {
    TextArea area = new TextArea();
    area.setWrapText(true);
    area.getStyleClass().add("mono");
    area.setMinHeight(60);
    TabOut.leaves(area);
    Label error = FormField.errorLabel();
    VBox box =
        Fields.of(
            section.heading(),
            area,
            "Markdown: ### for headings, - for lists, **strong**, *emphasis*");
    VBox.setVgrow(area, Priority.ALWAYS);
    box.getChildren().add(error);
    VBox.setVgrow(box, section == Section.INSTRUCTIONS ? Priority.ALWAYS : Priority.SOMETIMES);
    area.setPrefRowCount(section == Section.INSTRUCTIONS ? 14 : 4);
    MarkdownView view = new MarkdownView();
    fields.getChildren().add(box);
    seen.getChildren().add(view);
    area.textProperty()
        .addListener((o, was, is) -> {
          if (!showing) {
            FormField.tell(error, draft.typeSection(section, is).orElse(""));
          }
        });
    draft.stateProperty().addListener((o, was, is) -> show(section, area, view));
    show(section, area, view);
  }

  private void show(Section section, TextArea area, MarkdownView view) {
    String text = draft.section(section);
    view.show(text);
    if (!area.getText().strip().equals(text)) {
      showing = true;
      area.setText(text);
      showing = false;
    }
  }
}
