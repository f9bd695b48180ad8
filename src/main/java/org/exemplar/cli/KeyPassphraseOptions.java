package org.exemplar.cli;

import java.nio.file.Path;
import org.exemplar.blinding.KeyFile;
import org.exemplar.crypto.Passphrase;
import org.exemplar.problem.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the passphrase of an unblinding key comes from, or both where two people keep it. */
final class KeyPassphraseOptions extends PassphraseOptions {
  static final String SECOND_VARIABLE = "EXEMPLAR_SECOND_PASSPHRASE";
  private static final String WHAT = "Passphrase of the unblinding key";

  @Option(
      names = "--second-passphrase-file",
      paramLabel = "FILE",
      description =
          "Where two people keep the key: read the second passphrase from the first line of FILE"
              + " (else EXEMPLAR_SECOND_PASSPHRASE, else asked for).")
  private @Nullable Path second;

  /** What opens an existing key: one passphrase, or two where the key says so. */
  Passphrase opening(Path key, Surroundings surroundings) {
    return KeyFile.read(key).people() == 2 ? ofTwo(surroundings) : ofOne(surroundings);
  }

  /** What will open a new key. */
  Passphrase ofOne(Surroundings surroundings) {
    return Passphrase.taking(passphrase(WHAT, surroundings));
  }

  /** What two people together will open a new key with. */
  Passphrase ofTwo(Surroundings surroundings) {
    try (Passphrase first = ofOne(surroundings);
        Passphrase other =
            Passphrase.taking(
                require(
                    find(
                        second,
                        SECOND_VARIABLE,
                        "Second passphrase of the unblinding key",
                        surroundings)))) {
      return Passphrase.together(first, other);
    } catch (IllegalArgumentException e) {
      throw new Problem("The key's " + e.getMessage() + ".", e);
    }
  }
}
