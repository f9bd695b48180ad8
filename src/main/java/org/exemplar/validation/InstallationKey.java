package org.exemplar.validation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exemplar.crypto.SigningKey;
import org.exemplar.crypto.VerifyingKey;
import org.exemplar.files.WholeFile;
import org.exemplar.problem.Problem;

/**
 * The Ed25519 key with which this installation signs its own reports; made on first use. Its file
 * holds 64 bytes in hex (seed and public key) and can be read by its owner only.
 */
public final class InstallationKey {
  private static final String NAME = "installation-key";

  private final Path file;

  /**
   * @param data the folder of application data
   */
  public InstallationKey(Path data) {
    this.file = data.resolve(NAME);
  }

  /**
   * The public half.
   *
   * @return empty when no key was made yet
   * @throws Problem when the file is damaged
   */
  public Optional<VerifyingKey> publicHalf() {
    return stored().map(SigningKey::verifyingKey);
  }

  /**
   * The key, a new one on first use.
   *
   * @throws Problem when it can be neither read nor written
   */
  SigningKey key() {
    Optional<SigningKey> stored = stored();
    if (stored.isPresent()) {
      return stored.get();
    }
    SigningKey fresh = SigningKey.fresh();
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      create(HexFormat.of().formatHex(fresh.encoded()) + "\n");
      return fresh;
    } catch (FileAlreadyExistsException another) {
      // Another window of this installation was faster.
      return stored().orElseThrow(() -> WholeFile.refused(file, another));
    } catch (IOException e) {
      throw WholeFile.refused(file, e);
    }
  }

  private Optional<SigningKey> stored() {
    try {
      String hex = Files.readString(file, StandardCharsets.US_ASCII).strip();
      return Optional.of(SigningKey.decode(HexFormat.of().parseHex(hex)));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException | IllegalArgumentException damaged) {
      throw new Problem(
          "The key of this installation cannot be used ("
              + file
              + "); move the file away, and a new key is made at the next validation.",
          damaged);
    }
  }

  /** Nobody else may read the file at any moment, so that it is born with its permissions. */
  private void create(String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
    FileAttribute<?>[] attributes =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try (SeekableByteChannel channel =
        Files.newByteChannel(
            file,
            Set.of(
                StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC),
            attributes)) {
      if (!posix) {
        restrict();
      }
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void restrict() throws IOException {
    AclFileAttributeView view =
        Files.getFileAttributeView(file, AclFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view != null) {
      view.setAcl(
          List.of(
              AclEntry.newBuilder()
                  .setType(AclEntryType.ALLOW)
                  .setPrincipal(view.getOwner())
                  .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                  .build()));
    }
  }
}
