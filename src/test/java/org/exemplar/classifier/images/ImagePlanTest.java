package org.exemplar.classifier.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.RadiographFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagePlanTest {
  @TempDir Path folder;

  private void image(String name) throws IOException {
    Path file = folder.resolve("images").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "x");
  }

  private ImageFiles images() {
    return ImageFiles.list(folder.resolve("images"), RadiographFiles.with(List.of()));
  }

  private ImagePlan plan(String csv, String... findings) throws IOException {
    Path labels = Files.writeString(folder.resolve("labels.csv"), csv);
    return ImagePlan.withLabels(images(), LabelFile.read(labels), labels, List.of(findings));
  }

  @Test
  void rows_follow_the_labels_and_labels_follow_the_findings() throws IOException {
    image("a.png");
    image("sub/b.png");
    ImagePlan plan =
        plan("Image Index,Mass,Nodule,subj_id\nb.png,1,0,007\na.png,0,1.0,008\n", "Nodule", "Mass");
    assertThat(plan.images()).extracting("id").containsExactly("b.png", "a.png");
    assertThat(plan.images()).extracting("path").containsExactly("sub/b.png", "a.png");
    assertThat(plan.images().getFirst().labels()).containsExactly(false, true);
    assertThat(plan.extraColumns()).containsExactly("subj_id");
    assertThat(plan.images().getLast().extras()).containsExactly("008");
    assertThat(plan.leftOut()).isEmpty();
  }

  @Test
  void everything_left_out_has_a_reason() throws IOException {
    image("a.png");
    image("one/c.png");
    image("two/c.png");
    image("unlisted.png");
    ImagePlan plan = plan("id,Mass\na.png,1\na.png,0\nb.png,0\nc.png,1\na,0\n", "Mass");
    assertThat(plan.images()).extracting("id").containsExactly("a.png");
    assertThat(plan.listed()).isEqualTo(5);
    assertThat(plan.missing()).isEqualTo(2);
    assertThat(plan.leftOut())
        .extracting("id")
        .containsExactly("a.png", "b.png", "c.png", "a", "one/c.png", "two/c.png", "unlisted.png");
    assertThat(plan.leftOut().getFirst().reason()).contains("line 3 repeats");
    assertThat(plan.leftOut().get(3).reason()).contains("already used for a.png");
  }

  @Test
  void an_id_may_lack_the_ending_and_a_path_column_finds_files() throws IOException {
    image("p10/s1/x.dcm");
    image("p11/s1/x.dcm");
    ImagePlan plan = plan("dicom,path,Mass\ns-1,files/p11/s1/x.dcm,1\ns-2,p10/s1/x,0\n", "Mass");
    assertThat(plan.images()).extracting("id").containsExactly("s-1");
    assertThat(plan.images()).extracting("path").containsExactly("p11/s1/x.dcm");
    assertThat(plan.leftOut().getFirst().reason()).contains("several images");
  }

  @Test
  void without_labels_every_image_is_a_row_named_by_its_path() throws IOException {
    image("b.png");
    image("a/c.jpg");
    image("readme.txt");
    image(".hidden.png");
    assertThat(ImagePlan.withoutLabels(images()).images())
        .extracting("id")
        .containsExactly("a/c.jpg", "b.png");
  }

  @Test
  void labels_that_are_neither_0_nor_1_are_named() throws IOException {
    image("a.png");
    assertThatThrownBy(() -> plan("id,Mass\na.png,-1\n", "Mass"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("labels.csv, line 2, Mass: \"-1\"");
    assertThatThrownBy(() -> plan("id,Mass\na.png,1\n", "Mass", "Edema"))
        .hasMessageContaining("no column for Edema");
  }

  @Test
  void binary_columns_are_findings_when_nobody_says() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("l.csv"), "id,Mass,age,Edema,subj_id\na,1,40,0,7\nb,0,1,1,8\n");
    assertThat(LabelFile.read(file).binaryColumns()).containsExactly("Mass", "Edema");
  }

  @Test
  void a_row_with_too_few_cells_is_named() throws IOException {
    image("a.png");
    assertThatThrownBy(() -> plan("id,Mass\na.png\n", "Mass"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("line 2");
  }

  @Test
  void semicolons_tabs_and_blanks_around_names_are_read() throws IOException {
    image("a.png");
    assertThat(plan("id;Mass, left; Nodule\na.png;1;0\n", "Nodule", "Mass, left").images())
        .first()
        .extracting("labels")
        .isEqualTo(List.of(false, true));
    assertThat(plan("id\tMass\na.png\t1\n", "Mass").images()).hasSize(1);
  }
}
