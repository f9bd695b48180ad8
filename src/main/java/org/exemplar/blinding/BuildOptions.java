package org.exemplar.blinding;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.exemplar.crypto.SecureDraw;
import org.exemplar.problem.Problem;
import org.exemplar.study.ReaderId;

/**
 * What a study is to be built from.
 *
 * @param sources comparison, images and protocol
 * @param readers at least one, all different
 * @param chance what it is drawn from
 * @param text what becomes of text that is burned into pictures
 * @param out the study's folder, which must not exist yet
 */
public record BuildOptions(
    Sources sources, List<ReaderId> readers, Chance chance, TextHandling text, Path out) {

  /**
   * What a study is drawn from; goes into the key only.
   *
   * @param seed draws the images; when empty one is drawn
   * @param salt at least 16 bytes in hex from which, with the seed, codes and orders are drawn;
   *     when empty (as it should be, but to rebuild a study from its key) one is drawn
   */
  public record Chance(OptionalLong seed, Optional<String> salt) {
    private static final int SALT = 32;

    /** Both freshly drawn. */
    public static Chance fresh(SecureDraw draw) {
      return new Chance(OptionalLong.of(draw.seed()), Optional.empty()).complete(draw);
    }

    /** The same with what is not given drawn. */
    Chance complete(SecureDraw draw) {
      return new Chance(
          OptionalLong.of(seed.orElseGet(draw::seed)),
          Optional.of(salt.orElseGet(() -> HexFormat.of().formatHex(draw.bytes(SALT)))));
    }

    /**
     * As it goes into the key.
     *
     * @throws IllegalStateException while one of both is not given
     */
    UnblindingKey.Chance drawn() {
      return new UnblindingKey.Chance(
          seed.orElseThrow(() -> new IllegalStateException("no seed was drawn")),
          salt.orElseThrow(() -> new IllegalStateException("no salt was drawn")));
    }

    /** Says nothing: with the seed anyone could rebuild the study, and so the arms. */
    @Override
    public String toString() {
      return "Chance[hidden]";
    }
  }

  /**
   * Where things lie.
   *
   * @param comparison a comparison's folder
   * @param images the folder of images that the comparison was made of
   * @param protocol the protocol document
   * @param practiceAnswers the study team's answers to practice images, see {@link PracticeAnswers}
   */
  public record Sources(
      Path comparison, Path images, Path protocol, Optional<Path> practiceAnswers) {
    /** Sources without answers to practice images. */
    public Sources(Path comparison, Path images, Path protocol) {
      this(comparison, images, protocol, Optional.empty());
    }
  }

  public BuildOptions {
    readers = List.copyOf(readers);
    if (readers.isEmpty()) {
      throw new Problem("A study needs at least one reader: name them with --readers R01,R02.");
    }
    if (new HashSet<>(readers).size() != readers.size()) {
      throw new Problem(
          "Two readers have the same name: each reader needs a pseudonym of their own.");
    }
  }

  /** Options with a salt that is drawn; burned-in text stays. */
  public static BuildOptions of(
      Sources sources, List<ReaderId> readers, OptionalLong seed, Path out) {
    return new BuildOptions(
        sources, readers, new Chance(seed, Optional.empty()), TextHandling.KEEP, out);
  }

  /** The same drawn from this. */
  public BuildOptions with(Chance drawnFrom) {
    return new BuildOptions(sources, readers, drawnFrom, text, out);
  }

  /** The same with burned-in text treated in this way. */
  public BuildOptions with(TextHandling handling) {
    return new BuildOptions(sources, readers, chance, handling, out);
  }
}
