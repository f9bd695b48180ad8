package org.exemplar.conduct;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What became of returned files.
 *
 * @param files one entry per file, in the order given
 */
public record MergeReport(List<ReturnedFile> files) {
  public MergeReport {
    files = List.copyOf(files);
  }

  /** Cases of the study that were added, practice apart. */
  public int newCases() {
    return files.stream().mapToInt(ReturnedFile::newCases).sum();
  }

  /** Answers that were added, practice apart. */
  public int newAnswers() {
    return files.stream().mapToInt(ReturnedFile::newAnswers).sum();
  }

  /** Files that were not accepted. */
  public int refused() {
    return (int) files.stream().filter(ReturnedFile::refused).count();
  }

  /** Answers that two files give differently and that waited for a decision then. */
  public int conflicts() {
    Set<String> places = new HashSet<>();
    files.stream()
        .flatMap(file -> file.conflicts().stream())
        .forEach(d -> places.add(d.reader() + "/" + d.item().position() + "/" + d.questionId()));
    return places.size();
  }

  /** Whether every file was taken and nothing waits for a decision. */
  public boolean clean() {
    return refused() == 0 && conflicts() == 0;
  }
}
