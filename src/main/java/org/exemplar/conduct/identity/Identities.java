package org.exemplar.conduct.identity;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.exemplar.audit.Signer;
import org.exemplar.crypto.Passphrase;
import org.exemplar.crypto.SealedBox;
import org.exemplar.crypto.SecureDraw;
import org.exemplar.crypto.SigningKey;
import org.exemplar.crypto.Stretching;
import org.exemplar.problem.Problem;

/**
 * The people of this computer, in a file of the application's data folder. Each has an Ed25519 key
 * of their own, sealed by a passphrase. As long as there is nobody, everybody may do everything.
 */
public final class Identities {
  /** Characters that a passphrase has at least. */
  public static final int SHORTEST = 8;

  private static final int LONGEST_NAME = 60;

  private final IdentityFile file;
  private final Stretching stretching;

  /**
   * @param file where they are kept
   * @param stretching how hard passphrases are made to guess
   */
  public Identities(Path file, Stretching stretching) {
    this.file = new IdentityFile(file);
    this.stretching = stretching;
  }

  /** As the application keeps them, in its data folder. */
  public static Identities in(Path dataFolder) {
    return new Identities(dataFolder.resolve("identities.json"), Stretching.STANDARD);
  }

  /** Everybody, in the order added. */
  public List<Identity> all() {
    return file.read().stream().map(IdentityFile.Entry::identity).toList();
  }

  /** Whether nobody has to sign in. */
  public boolean none() {
    return all().isEmpty();
  }

  /**
   * Adds a person.
   *
   * @param by who adds: a coordinator who signed in; empty only for the first person
   * @throws Problem when the name is taken or no name, or nobody who may add has signed in
   */
  public Identity add(String name, Role role, Passphrase passphrase, Optional<Signer> by) {
    String proper = name.strip();
    if (proper.isEmpty()
        || proper.length() > LONGEST_NAME
        || proper.chars().anyMatch(c -> c < 32)) {
      throw new Problem("A name has 1 to " + LONGEST_NAME + " characters.");
    }
    List<IdentityFile.Entry> entries = new ArrayList<>(file.read());
    if (entries.stream().anyMatch(e -> e.identity().name().equalsIgnoreCase(proper))) {
      throw new Problem(proper + " is on this computer already; choose another name.");
    }
    if (!entries.isEmpty()
        && by.filter(s -> s.role().equals(Deed.APPOINT.role().word())).isEmpty()) {
      throw new Problem("Only a coordinator who signed in may " + Deed.APPOINT.words() + ".");
    }
    if (entries.isEmpty() && role != Role.COORDINATOR) {
      throw new Problem("The first person is a coordinator, who then adds the others.");
    }
    requireStrong(passphrase);
    SigningKey key = SigningKey.fresh();
    Identity identity = new Identity(proper, role, key.verifyingKey());
    entries.add(new IdentityFile.Entry(identity, seal(key, passphrase), 0, Instant.EPOCH));
    file.write(entries);
    return identity;
  }

  /**
   * Signs a person in.
   *
   * @param now tells how long the last wrong try is past
   * @return who signs from now on
   * @throws Problem when there is no such person, the passphrase is wrong, or it is too early for
   *     another try; wrong tries are remembered
   */
  public Signer signIn(String name, Passphrase passphrase, Instant now) {
    IdentityFile.Entry entry = find(name);
    Patience.require(entry.wrong(), entry.last(), now);
    Optional<byte[]> secret = SealedBox.open(entry.box(), passphrase);
    if (secret.isEmpty()) {
      replace(entry.tried(entry.wrong() + 1, now));
      throw new Problem("The passphrase of " + entry.identity().name() + " is wrong.");
    }
    if (entry.wrong() > 0) {
      replace(entry.tried(0, Instant.EPOCH));
    }
    return new Signer(entry.identity().name(), entry.identity().role().word(), key(secret.get()));
  }

  /**
   * Gives a person another passphrase; the key stays.
   *
   * @throws Problem as for {@link #signIn}
   */
  public void change(String name, Passphrase before, Passphrase after, Instant now) {
    requireStrong(after);
    Signer signer = signIn(name, before, now);
    replace(find(name).sealed(seal(signer.key(), after)));
  }

  private byte[] seal(SigningKey key, Passphrase passphrase) {
    byte[] secret = key.encoded();
    try {
      return SealedBox.seal(secret, passphrase, stretching, new SecureDraw());
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  private static SigningKey key(byte[] secret) {
    try {
      return SigningKey.decode(secret);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  private IdentityFile.Entry find(String name) {
    List<IdentityFile.Entry> entries = file.read();
    return entries.stream()
        .filter(e -> e.identity().name().equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseThrow(() ->
            new Problem(
                entries.isEmpty()
                    ? "Nobody is set up on this computer: add people with identity add."
                    : "There is nobody called "
                        + name
                        + " on this computer; identity list says who is."));
  }

  private void replace(IdentityFile.Entry changed) {
    file.write(
        file.read().stream()
            .map(e -> e.identity().name().equals(changed.identity().name()) ? changed : e)
            .toList());
  }

  private static void requireStrong(Passphrase passphrase) {
    if (passphrase.length() < SHORTEST) {
      throw new Problem(
          "The passphrase is too short: take "
              + SHORTEST
              + " characters or more, such as four words.");
    }
  }
}
