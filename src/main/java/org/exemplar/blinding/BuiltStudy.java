package org.exemplar.blinding;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.exemplar.store.Seal;
import org.exemplar.study.CaseCode;

/**
 * A study that was just built and sealed. Lives in memory only.
 *
 * @param folder where it lies
 * @param seal what it was sealed with
 * @param checks what was looked at before the seal, as totals
 * @param warnings what the coordinator should know, one sentence each
 * @param arms the arm of each case of the study set, practice apart. Only the demonstration may
 *     ask, to give its simulated readers something to find; never shown and never written
 */
public record BuiltStudy(
    Path folder, Seal seal, Checks checks, List<String> warnings, Map<CaseCode, Arm> arms) {

  /**
   * What was looked at before the seal.
   *
   * @param balance how alike the arms are
   * @param leakTest whether anything but the pictures could tell them apart
   * @param text what looks like text burned into pictures
   */
  public record Checks(Balance balance, LeakTest leakTest, BurnedInText.Totals text) {}

  public BuiltStudy {
    warnings = List.copyOf(warnings);
    arms = Map.copyOf(arms);
  }

  /** Names the folder, and nothing that could give an arm away. */
  @Override
  public String toString() {
    return "BuiltStudy[" + folder + "]";
  }
}
