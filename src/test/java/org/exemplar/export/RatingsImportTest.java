package org.exemplar.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.exemplar.analysis.ArmedRatings;
import org.exemplar.analysis.RatingRow;
import org.exemplar.analysis.RatingsCsv;
import org.exemplar.problem.Problem;
import org.exemplar.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RatingsImportTest {
  @TempDir Path folder;

  private Path text(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  /** The survey's files hold the ratings of one of the tables, one row doubled in each. */
  @Test
  void the_survey_files_give_the_ratings_of_their_table() throws IOException {
    List<Path> files =
        IntStream.rangeClosed(1, 6)
            .mapToObj(i -> SharedData.file("ratings/via-export/020523_PIE_CXR_v" + i + "_csv.csv"))
            .toList();
    ArmedRatings table = RatingsCsv.read(SharedData.file("ratings/03_missing_12pct.csv"));
    StringBuilder arms = new StringBuilder("filename,arm\n");
    table
        .arms()
        .forEach((id, arm) -> {
          String prefix = arm.name().equals("PIE") ? "a_pie_" : "b_non_";
          arms.append(prefix).append(id).append(".png,").append(arm).append('\n');
        });
    ImportedRatings imported =
        RatingsImport.read(ImportFormat.VIA, files, Optional.of(text("arms.csv", arms.toString())));
    Map<List<String>, Double> wanted = new HashMap<>();
    for (String question : table.questions()) {
      for (RatingRow row : table.answers(question)) {
        wanted.put(List.of(row.reader(), row.caseId(), question), row.value().orElseThrow());
      }
    }
    Map<List<String>, Double> found = new HashMap<>();
    imported
        .rows()
        .forEach(row ->
            found.put(
                List.of(
                    row.reader(),
                    row.caseId().replaceAll("^(a_pie_|b_non_)|\\.png$", ""),
                    row.question()),
                Double.parseDouble(row.value())));
    assertThat(found).isEqualTo(wanted);
    assertThat(imported.notes()).filteredOn(note -> note.contains("twice")).hasSize(6);
    imported.write(folder.resolve("long.csv"));
    assertThat(RatingsCsv.read(folder.resolve("long.csv")).readers()).hasSize(6);
  }

  @Test
  void arms_come_from_a_table_with_names_or_not_at_all() throws IOException {
    Path via =
        text(
            "v1.csv",
            "filename,file_attributes\na.png,\"{\"\"How would you rate the image quality?\"\": \"\"3\"\"}\"\n");
    assertThatThrownBy(() -> RatingsImport.read(ImportFormat.VIA, List.of(via), Optional.empty()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("--arms");
    Path arms = text("arms.csv", "case_id,arm\nb.png,PIE\n");
    assertThatThrownBy(() -> RatingsImport.read(ImportFormat.VIA, List.of(via), Optional.of(arms)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("does not say the arm of a.png");
    Path odd = text("odd.csv", "case_id,arm\na.png,maybe\n");
    assertThatThrownBy(() -> RatingsImport.read(ImportFormat.VIA, List.of(via), Optional.of(odd)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("odd.csv, line 2");
  }

  @Test
  void two_different_answers_are_refused_and_named() throws IOException {
    Path file = text("l.csv", "reader_id,case_id,arm,question,value\nR1,c,PIE,q,1\nR1,c,PIE,q,2\n");
    assertThatThrownBy(() -> RatingsImport.read(ImportFormat.LONG, List.of(file), Optional.empty()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("l.csv, line 3")
        .hasMessageContaining("keep one of the two");
  }

  @Test
  void what_cannot_be_read_is_named() throws IOException {
    refused(ImportFormat.LONG, text("a.csv", "x,y\n1,2\n"), "no column reader_id");
    refused(
        ImportFormat.WIDE, text("b.csv", "case_id,group,reader_id,q\nc,PIE,R1,bad\n"), "line 2");
    refused(
        ImportFormat.WIDE, text("c.csv", "case_id,group,reader_id,q\nc,PIE,R1,\n"), "no ratings");
    refused(ImportFormat.VIA, text("d.csv", "filename,file_attributes\na,{\n"), "not JSON");
    refused(ImportFormat.REDCAP, folder.resolve("absent.csv"), "cannot be read");
  }

  private static void refused(ImportFormat format, Path file, String words) {
    assertThatThrownBy(() -> RatingsImport.read(format, List.of(file), Optional.empty()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(words);
  }
}
