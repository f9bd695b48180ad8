package org.exemplar.validation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.exemplar.crypto.SigningKey;
import org.exemplar.crypto.VerifyingKey;
import org.exemplar.files.WholeFile;
import org.exemplar.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reports on the disk, each with a signature behind it: the last line of a page or of a JSON file
 * is a comment or a member that signs all bytes before it.
 *
 * <p>The signed message is the line {@code exemplar-validation/1} followed by those bytes. In JSON
 * the bytes before the signature end inside the object, at the comma in front of {@code
 * "signature"}; in the page at the line break in front of the comment.
 */
public final class ReportFiles {
  /** The page. */
  public static final String PAGE = "validation-report.html";

  /** The same for programs. */
  public static final String JSON = "validation.json";

  private static final String PAGE_MARK = "<!-- signature ";
  private static final String JSON_MARK = ",\n  \"signature\" : ";

  private ReportFiles() {}

  /** Both files of a report, written into a folder. */
  public record Written(Path page, Path json) {}

  /**
   * Writes a report, signed.
   *
   * @param folder made when absent; an older report in it is replaced
   * @throws Problem when something cannot be written
   */
  public static Written write(ValidationReport report, Path folder, InstallationKey installation) {
    SigningKey key = installation.key();
    Path page = folder.resolve(PAGE);
    Path json = folder.resolve(JSON);
    WholeFile.write(page, signedPage(report, key));
    WholeFile.write(json, signedJson(report, key));
    return new Written(page, json);
  }

  private static String signedPage(ValidationReport report, SigningKey key) {
    String page = ReportPage.html(report, key.verifyingKey());
    return page + PAGE_MARK + signed(page, key) + " -->\n";
  }

  private static String signedJson(ValidationReport report, SigningKey key) {
    String json = ReportText.json(report).stripTrailing();
    String body = json.substring(0, json.length() - 1).stripTrailing();
    return body + JSON_MARK + "\"" + signed(body, key) + "\"\n}\n";
  }

  private static String signed(String body, SigningKey key) {
    return "ed25519 "
        + key.verifyingKey().hex()
        + " "
        + Base64.getEncoder().encodeToString(key.sign(message(body)));
  }

  private static byte[] message(String body) {
    return (ReportText.FORMAT + "\n" + body).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * What a report's signature says.
   *
   * @param key the key that made it
   * @param here whether that is this installation's
   */
  public record Signature(VerifyingKey key, boolean here) {}

  /**
   * Checks a report's signature.
   *
   * @throws Problem when the file is no report, or was changed after it was signed
   */
  public static Signature check(Path file, InstallationKey installation) {
    String text = text(file);
    boolean page = text.lastIndexOf(PAGE_MARK) >= 0;
    String mark = page ? PAGE_MARK : JSON_MARK;
    int at = text.lastIndexOf(mark);
    if (at < 0) {
      throw new Problem(
          file
              + " is not a signed validation report; give validation-report.html or"
              + " validation.json.");
    }
    String ending = page ? " -->\n" : "\"\n}\n";
    String behind = text.substring(at + mark.length() + (page ? 0 : 1));
    if (!behind.endsWith(ending)) {
      throw changed(file);
    }
    VerifyingKey key =
        verified(
            text.substring(0, at), behind.substring(0, behind.length() - ending.length()), file);
    return new Signature(key, installation.publicHalf().filter(key::equals).isPresent());
  }

  private static VerifyingKey verified(String body, String signature, Path file) {
    String[] parts = signature.split(" ", -1);
    try {
      if (parts.length == 3 && parts[0].equals("ed25519")) {
        VerifyingKey key = VerifyingKey.decode(java.util.HexFormat.of().parseHex(parts[1]));
        if (key.verifies(message(body), Base64.getDecoder().decode(parts[2]))) {
          return key;
        }
      }
    } catch (IllegalArgumentException malformed) {
      throw new Problem(changedWords(file), malformed);
    }
    throw changed(file);
  }

  private static Problem changed(Path file) {
    return new Problem(changedWords(file));
  }

  private static String changedWords(Path file) {
    return file + " was changed after it was signed; ask for the original, or validate again.";
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException absent) {
      throw new Problem(file + " does not exist: check the path.", absent);
    } catch (IOException unreadable) {
      throw new Problem(
          file + " is not a validation report that can be read: check the file.", unreadable);
    }
  }

  /**
   * When this installation last gave every known answer.
   *
   * @param folder where its reports lie
   * @return empty when it was never checked, failed, or the report is not its own or was changed
   */
  public static Optional<Instant> lastPassed(Path folder, InstallationKey installation) {
    Path file = folder.resolve(JSON);
    try {
      if (!Files.isRegularFile(file) || !check(file, installation).here()) {
        return Optional.empty();
      }
      JsonNode report = JsonMapper.shared().readTree(text(file));
      return report.path("passed").booleanValue(false)
          ? Optional.of(Instant.parse(report.path("made").stringValue("")))
          : Optional.empty();
    } catch (Problem | JacksonException | DateTimeException unusable) {
      return Optional.empty();
    }
  }

  /** The result for scripts. */
  public static Map<String, Object> summary(ValidationReport report) {
    return ReportText.summary(report);
  }
}
