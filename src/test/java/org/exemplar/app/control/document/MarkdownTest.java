package org.exemplar.app.control.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exemplar.app.control.document.Markdown.Block;
import org.exemplar.app.control.document.Markdown.Run;
import org.exemplar.app.control.document.Markdown.Style;
import org.junit.jupiter.api.Test;

class MarkdownTest {
  @Test
  void headings_paragraphs_and_lists_are_told_apart() {
    List<Block> blocks =
        Markdown.of("# One\n\nWords that\ngo on.\n\n- first\n  goes on\n- second\n\n1. third");

    assertThat(blocks)
        .containsExactly(
            new Block.Heading(1, plain("One")),
            new Block.Paragraph(plain("Words that go on.")),
            new Block.Item("•", plain("first goes on")),
            new Block.Item("•", plain("second")),
            new Block.Item("1.", plain("third")));
  }

  @Test
  void tables_lose_their_rule_and_keep_their_cells() {
    List<Block> blocks = Markdown.of("| a | b |\n|---|:-:|\n| `c` | – |\nafter");

    assertThat(blocks)
        .containsExactly(
            new Block.Table(
                List.of(
                    List.of(plain("a"), plain("b")),
                    List.of(List.of(new Run(Style.CODE, "c")), plain("–")))),
            new Block.Paragraph(plain("after")));
  }

  @Test
  void words_stand_out_and_what_is_no_mark_stays() {
    assertThat(Markdown.runs("**Read** *this* `id_x`, 2 * 3 * 4, snake_case_word"))
        .containsExactly(
            new Run(Style.STRONG, "Read"),
            new Run(Style.PLAIN, " "),
            new Run(Style.EMPHASIS, "this"),
            new Run(Style.PLAIN, " "),
            new Run(Style.CODE, "id_x"),
            new Run(Style.PLAIN, ", 2 * 3 * 4, snake_case_word"));
  }

  private static List<Run> plain(String words) {
    return List.of(new Run(Style.PLAIN, words));
  }
}
