package org.exemplar.pie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.exemplar.classifier.comparison.PredictionTable;
import org.exemplar.problem.Problem;
import org.exemplar.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablePiesTest {
  @TempDir Path folder;

  static Path fixture(String name) throws URISyntaxException {
    return Path.of(Objects.requireNonNull(TablePiesTest.class.getResource(name)).toURI());
  }

  private Path text(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  @Test
  void the_published_predictions_give_the_reference_pies() {
    List<Path> dense = List.of(SharedData.file("chexnet-predictions/preds.csv.gz"));
    List<Path> pruned = List.of(SharedData.file("chexnet-predictions/perturbed_3_decimals.csv.gz"));
    TablePies pies = TablePies.of(dense, pruned, 5);
    assertThat(pies.findings()).hasSize(14).contains("Pleural_Thickening");
    assertThat(pies.selection().pies().stream().map(pies.ids()::get))
        .containsExactlyInAnyOrderElementsOf(
            GoldenFiles.strings(
                new ChexnetPredictions()
                    .golden("dense_as_published_vs_perturbed_3_decimals")
                    .get("pie_ids_stable_sort")));
    assertThat(pies.selection().tiedAtCut()).isEqualTo(7);
    assertThat(pies.selection().atOrBelowPercentile()).isEqualTo(1127);
  }

  @Test
  void a_table_and_its_npy_give_the_same_agreement() throws Exception {
    NamedPredictions dense = NamedPredictions.read(fixture("dense.csv"));
    NamedPredictions pruned = NamedPredictions.read(fixture("pruned.csv"));
    Path a = folder.resolve("dense.npy");
    Path b = folder.resolve("pruned.npy");
    PredictionTable.of(450, 20, dense.values()).write(a);
    PredictionTable.of(450, 20, pruned.values()).write(b);
    TablePies fromCsv =
        TablePies.of(List.of(fixture("dense.csv")), List.of(fixture("pruned.csv")), 5);
    TablePies fromNpy = TablePies.of(List.of(a), List.of(b), 5);
    TablePies mixed = TablePies.of(List.of(fixture("dense.csv")), List.of(b), 5);
    assertThat(fromNpy.agreement().values()).isEqualTo(fromCsv.agreement().values());
    assertThat(mixed.selection()).isEqualTo(fromCsv.selection());
    assertThat(fromNpy.ids()).startsWith("1", "2");
    assertThat(fromCsv.ids()).startsWith("ph_000000.png");
    assertThat(fromCsv.selection().pies()).hasSize(22);
  }

  @Test
  void the_authors_pickles_give_the_same_pies_as_their_tables() throws Exception {
    Path dense = SharedData.file("phantom/golden/nih-cxr-lt_resnet50_seed-0_prune-0.pkl");
    Path pruned = SharedData.file("phantom/golden/nih-cxr-lt_resnet50_seed-0_prune-0.9.pkl");
    NamedPredictions table = NamedPredictions.read(fixture("dense.csv"));
    NamedPredictions frame = NamedPredictions.read(dense);
    assertThat(frame.findings()).isEqualTo(table.findings());
    assertThat(frame.values()).isEqualTo(table.values());
    assertThat(TablePies.of(List.of(dense), List.of(pruned), 5).selection())
        .isEqualTo(
            TablePies.of(List.of(fixture("dense.csv")), List.of(fixture("pruned.csv")), 5)
                .selection());
  }

  @Test
  void a_pickle_that_asks_for_more_than_data_is_refused_and_executes_nothing() throws IOException {
    Path harmless = folder.resolve("touched");
    Path hostile = text("evil.pkl", "cos\nsystem\n(S'touch " + harmless + "'\ntR.");
    refused(hostile, hostile, "asks Python for os.system");
    assertThat(harmless).doesNotExist();
    refused(text("number.pkl", "I1\n."), hostile, "holds no data frame");
    refused(text("cut.pkl", "(("), hostile, "damaged");
  }

  @Test
  void rows_and_columns_are_matched_by_name() throws IOException {
    Path dense = text("d.csv", "image_id,seed,A,B,C\nx,1,.1,.2,.3\ny,1,.1,.2,.3\n");
    Path pruned = text("p.csv", "id,prob_C,prob_A,prob_B\ny,.9,.5,.7\nx,.1,.3,.2\n");
    TablePies pies = TablePies.of(List.of(dense, dense), List.of(pruned), 50);
    assertThat(pies.agreement().values()).containsExactly(-1, 1);
    pies.write(folder.resolve("out.csv"));
    assertThat(Files.readAllLines(folder.resolve("out.csv")))
        .containsExactly("image_id,spearman,pie", "x,-1,1", "y,1,0");
  }

  @Test
  void what_does_not_fit_is_named() throws IOException {
    Path dense = text("d.csv", "id,A,B\nx,.1,.2\ny,.1,.2\n");
    refused(dense, text("a.csv", "id,A,B\nx,.1,.2\nz,.1,.2\n"), "a.csv lacks the image y");
    refused(dense, text("b.csv", "id,A,C\nx,.1,.2\ny,.1,.2\n"), "lacks the finding B");
    refused(dense, text("c.csv", "id,A,B\nx,.1,oops\n"), "line 2, column B: \"oops\"");
    refused(dense, text("e.csv", "id,A,B\nx,.1,.2\nx,.1,.2\n"), "names the image x twice");
    refused(dense, text("f.csv", "id,A,B\nx,.1,NaN\ny,.1,.2\n"), "no number in row 1");
    refused(dense, text("g.csv", "id,A,B\n"), "no rows");
    refused(dense, folder.resolve("absent.csv"), "cannot be read");
    Path npy = folder.resolve("h.npy");
    PredictionTable.of(1, 2, new float[2]).write(npy);
    refused(dense, npy, "1 × 2 numbers where 2 images");
  }

  private static void refused(Path dense, Path pruned, String words) {
    assertThatThrownBy(() -> TablePies.of(List.of(dense), List.of(pruned), 5))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(words);
  }

  @Test
  void an_unnamed_index_is_no_finding_and_a_table_may_have_no_ids() throws IOException {
    Path index = text("index.csv", ",id,A,B\n0,a,0.1,0.2\n1,b,0.3,0.4\n");
    NamedPredictions table = NamedPredictions.read(index);
    assertThat(table.findings()).containsExactly("A", "B");
    assertThat(table.ids()).containsExactly("a", "b");
    NamedPredictions bare = NamedPredictions.read(text("bare.csv", "A;B\n0.5;0.2\n0.5;0.4\n"));
    assertThat(bare.findings()).containsExactly("A", "B");
    assertThat(bare.ids()).isEmpty();
  }

  @Test
  void pickles_of_numpy_and_of_newer_pandas_are_read() throws Exception {
    NamedPredictions array = NamedPredictions.read(fixture("array.pkl"));
    assertThat(array.rows()).isEqualTo(3);
    assertThat(array.values()).containsExactly(.5f, .25f, .75f, .125f, 0f, 1f);
    NamedPredictions frame = NamedPredictions.read(fixture("frame-pandas-3.pkl"));
    assertThat(frame.ids()).containsExactly("a", "b", "c");
    assertThat(frame.findings()).containsExactly("Mass", "Nodule");
    assertThat(frame.values()).containsExactly(array.values());
    NamedPredictions indexed = NamedPredictions.read(fixture("frame-pandas-3-index.pkl"));
    assertThat(indexed.ids()).containsExactly("a", "b", "c");
    assertThat(indexed.values()).containsExactly(array.values());
  }
}
