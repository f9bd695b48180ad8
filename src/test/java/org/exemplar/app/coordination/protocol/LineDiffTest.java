package org.exemplar.app.coordination.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exemplar.app.coordination.protocol.LineDiff.Kind;
import org.junit.jupiter.api.Test;

class LineDiffTest {
  @Test
  void equal_texts_differ_nowhere() {
    assertThat(LineDiff.hunks("a\nb", "a\nb", 2)).isEmpty();
  }

  @Test
  void a_changed_line_is_removed_and_added_between_its_neighbours() {
    List<List<LineDiff.Line>> hunks = LineDiff.hunks("a\nb\nc\nd\ne", "a\nb\nX\nd\ne", 1);

    assertThat(hunks).hasSize(1);
    assertThat(hunks.getFirst())
        .extracting(LineDiff.Line::words)
        .containsExactly("b", "c", "X", "d");
    assertThat(hunks.getFirst())
        .extracting(LineDiff.Line::kind)
        .containsExactly(Kind.SAME, Kind.REMOVED, Kind.ADDED, Kind.SAME);
    assertThat(hunks.getFirst().get(2).after()).isEqualTo(3);
  }

  @Test
  void changes_far_apart_are_shown_apart_and_near_ones_together() {
    String before = "1\n2\n3\n4\n5\n6\n7\n8\n9";
    assertThat(LineDiff.hunks(before, before.replace("1", "x").replace("9", "y"), 1)).hasSize(2);
    List<List<LineDiff.Line>> near =
        LineDiff.hunks(before, before.replace("4", "x").replace("7", "y"), 1);
    assertThat(near).hasSize(1);
    assertThat(near.getFirst())
        .extracting(LineDiff.Line::words)
        .containsExactly("3", "4", "x", "5", "6", "7", "y", "8");
  }

  @Test
  void every_line_of_both_texts_is_there_once() {
    List<LineDiff.Line> lines = LineDiff.of("a\nb\na\nc", "b\nc\nd\na");

    assertThat(lines.stream().filter(l -> l.before() > 0).map(LineDiff.Line::words))
        .containsExactly("a", "b", "a", "c");
    assertThat(lines.stream().filter(l -> l.after() > 0).map(LineDiff.Line::words))
        .containsExactly("b", "c", "d", "a");
  }
}
