package org.exemplar.classifier.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exemplar.classifier.comparison.PrunedWeights.GivenCopy;
import org.exemplar.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonFolderTest {
  private static final Sparsity NINETY = new Sparsity(0.9);

  @TempDir Path folder;

  private static ComparisonManifest manifest() {
    var pruned =
        new TreeMap<>(
            Map.of(
                NINETY,
                new PrunedWeights(9, 10, "ab", 1, null),
                new Sparsity(0.5),
                new PrunedWeights(5, 10, "cd", 0, new GivenCopy("c.pt", "ef"))));
    return new ComparisonManifest(
        List.of("Nodule", "Mass, \"large\""),
        List.of(new ComparedRun("seed-0.pt", "00", "ResNet", pruned)),
        new PruningPlan(PruningMethod.L1, 7, List.of(NINETY, new Sparsity(0.5), Sparsity.DENSE)),
        new PredictionSettings("0.1.0", Preprocessing.PAPER, OutputKind.LOGITS, "cpu"),
        new ImageCounts(3, 2, List.of(new LeftOut("c.png", "no such file"))));
  }

  private static ImageTable images() {
    return new ImageTable(
        List.of("Nodule", "Mass, \"large\""),
        List.of("subj_id"),
        List.of(
            new ImageRow("b.png", "sub/b.png", "11", List.of(true, false), List.of("007")),
            new ImageRow("a.png", "a.png", "22", List.of(false, false), List.of("008"))));
  }

  private void writeAll() throws IOException {
    Files.createDirectories(folder.resolve("predictions"));
    images().write(folder.resolve("images.csv"));
    manifest().write(folder.resolve("manifest.json"));
    PredictionTable.of(2, 2, new float[] {.1f, .2f, .3f, .4f})
        .write(ComparisonFolder.tableFile(folder, 0, NINETY));
  }

  @Test
  void a_folder_gives_back_what_was_written() throws IOException {
    writeAll();
    ComparisonFolder opened = ComparisonFolder.open(folder);
    assertThat(opened.manifest()).isEqualTo(manifest());
    assertThat(opened.images()).isEqualTo(images());
    assertThat(opened.predictions(0, NINETY).row(1)).containsExactly(.3f, .4f);
    assertThat(opened.manifest().tables())
        .containsExactly(Sparsity.DENSE, new Sparsity(0.5), NINETY);
    assertThat(opened.images().extra(0, "subj_id")).contains("007");
    assertThat(opened.images().indexOf("a.png")).contains(1);
  }

  @Test
  void the_files_carry_the_promised_names_and_fields() throws IOException {
    writeAll();
    assertThat(folder.resolve("predictions/run-00_sparsity-0.90.npy")).exists();
    assertThat(Files.readString(folder.resolve("manifest.json")))
        .contains("\"format\" : \"exemplar-comparison/1\"", "\"0.90\" : {", "\"mask_sha256\"");
    assertThat(Files.readString(folder.resolve("images.csv")))
        .startsWith("image_id,path,sha256,Nodule,\"Mass, \"\"large\"\"\",subj_id\n")
        .contains("b.png,sub/b.png,11,1,0,007\n");
  }

  @Test
  void images_without_labels_have_no_finding_columns() {
    var table =
        new ImageTable(
            List.of(), List.of(), List.of(new ImageRow("a", "a", "1", List.of(), List.of())));
    table.write(folder.resolve("images.csv"));
    ImageTable back = ImageTable.read(folder.resolve("images.csv"), List.of("Nodule"));
    assertThat(back).isEqualTo(table);
    assertThat(back.hasLabels()).isFalse();
  }

  @Test
  void an_unfinished_folder_is_refused() {
    assertThatThrownBy(() -> ComparisonFolder.open(folder))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("no finished comparison");
  }

  @Test
  void another_format_is_refused() throws IOException {
    writeAll();
    Path file = folder.resolve("manifest.json");
    Files.writeString(file, Files.readString(file).replace("comparison/1", "comparison/9"));
    assertThatThrownBy(() -> ComparisonFolder.open(folder))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("exemplar-comparison/9");
  }

  @Test
  void a_missing_field_is_named() throws IOException {
    writeAll();
    Path file = folder.resolve("manifest.json");
    Files.writeString(file, Files.readString(file).replace("\"seed\"", "\"sead\""));
    assertThatThrownBy(() -> ComparisonFolder.open(folder))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("field seed");
  }

  @Test
  void a_table_of_another_size_is_refused() throws IOException {
    writeAll();
    PredictionTable.of(1, 2, new float[2]).write(ComparisonFolder.tableFile(folder, 0, NINETY));
    ComparisonFolder opened = ComparisonFolder.open(folder);
    assertThatThrownBy(() -> opened.predictions(0, NINETY))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("1 by 2, not 2 images by 2 findings");
  }
}
