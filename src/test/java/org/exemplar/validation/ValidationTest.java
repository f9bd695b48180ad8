package org.exemplar.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.exemplar.classifier.torch.Device;
import org.exemplar.classifier.torch.TorchRuntime;
import org.exemplar.folders.AppFolders;
import org.exemplar.task.Cancellation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidationTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final Path NATIVES = AppFolders.ofThisSystem().cache().resolve("libtorch");

  @TempDir Path folder;

  private static Validation validation(References references) {
    return new Validation(new Validation.Place(NATIVES, Device.CPU), references);
  }

  @Test
  void every_known_answer_is_given_here() {
    List<String> stages = new ArrayList<>();

    ValidationReport report =
        validation(References.embedded())
            .run(
                "test",
                NOW,
                (stage, done, total) -> {
                  assertThat(done).isLessThanOrEqualTo(total);
                  stages.add(stage);
                },
                new Cancellation());

    assertThat(report.failures()).isEmpty();
    assertThat(report.passed()).isTrue();
    assertThat(report.made()).isEqualTo(NOW);
    assertThat(report.count(Section.ENGINE)).isGreaterThanOrEqualTo(20);
    assertThat(report.count(Section.STATISTICS)).isGreaterThanOrEqualTo(38);
    assertThat(report.count(Section.GRAYSCALE)).isGreaterThanOrEqualTo(33);
    assertThat(report.count(Section.AUDIT)).isGreaterThanOrEqualTo(19);
    assertThat(report.checks())
        .allSatisfy(check -> assertThat(check.source()).isNotBlank())
        .extracting(Check::name)
        .contains("Answers after a crash", "Checkpoint logits.onnx", "Krippendorff's alpha");
    assertThat(report.environment()).containsKeys("Operating system", "Java", "Device of networks");
    assertThat(stages).contains("Checking engine", "Checking audit").endsWith("Done");
  }

  @Test
  void stops_when_asked_to() {
    Cancellation cancellation = new Cancellation();

    assertThatThrownBy(() ->
            validation(References.embedded())
                .run(
                    "test",
                    NOW,
                    (stage, done, total) -> {
                      if (done == 3) {
                        cancellation.cancel();
                      }
                    },
                    cancellation))
        .isInstanceOf(CancellationException.class);
  }

  /** Each wrong reference makes the checks that use it fail, and no other. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "STATISTICS | statistics/vectors.json.gz   | \"rank_average\": [2.0, | \"rank_average\": [2.5, | Ranks with ties",
        "STATISTICS | statistics/vectors.json.gz   | \"average_precision\": 0.7862129625317111 | \"average_precision\": 0.7862129625327111 | Average precision and AUC",
        "STATISTICS | statistics/mrmc.json.gz      | \"auc\": 0.6916666666666667 | \"auc\": 0.6916666666686667 | PIE-AUC of a01_strong",
        "STATISTICS | statistics/mrmc.json.gz      | 11.481319729313089 | 11.481329729313089 | Test and interval of a01_strong",
        "STATISTICS | statistics/mrmc.json.gz      | \"status\": \"no_variance\" | \"status\": \"ok\" | What each table allows",
        "STATISTICS | statistics/mrmc.json.gz      | \"p\": 1.1211744054999847e-06 | \"p\": 1.1211754054999847e-06 | Permutation p, exact",
        "STATISTICS | statistics/agreement.json.gz | \"krippendorff_alpha_ordinal\": 0. | \"krippendorff_alpha_ordinal\": 0.9 | Krippendorff's alpha",
        "GRAYSCALE  | grayscale/films.json         | 578deec63f9c | 678deec63f9c | mono2_12bit_rle (RLE Lossless)",
        "GRAYSCALE  | grayscale/pipelines.json.gz  | \"display\":[0.9353477467924 | \"display\":[0.9353477468924 | Pipeline: MONOCHROME1, unsigned, VOI SIGMOID",
        "AUDIT      | audit/golden.json            | \"reader\":\"R01\" | \"reader\":\"R02\" | Hashes of the audit trail",
        "AUDIT      | audit/golden.json            | 55ac046e | 55ac046f | PBKDF2-HMAC-SHA256",
        "AUDIT      | audit/golden.json            | 92a009a9 | 92a009a8 | Ed25519, vector 2",
        "AUDIT      | audit/golden.json            | cea7403d | cea7403c | AES-256-GCM, vector 1",
        "AUDIT      | audit/golden.json            | would lie here | might lie here | A box sealed by another program",
      })
  void a_wrong_reference_makes_its_check_fail(
      Section section, String name, String right, String wrong, String check) {
    References references = References.embedded().with(name, replacing(name, right, wrong));

    List<Check> failed = failures(section, references);

    assertThat(failed).extracting(Check::name).contains(check).hasSizeLessThan(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "engine/golden.json      | 0.12665894627571106 | 0.12668894627571106 | Checkpoint script_logits.pt",
        "engine/golden.json      | 0.012636840343475342 | 0.012736840343475342 | Pruned here: trace_logits.pt",
        "engine/golden.json      | \"pruned\":345 | \"pruned\":346 | Pruning counts",
        "engine/agreement.csv.gz | ph_000000.png,-0.20300 | ph_000000.png,-0.20301 | Agreement of each phantom",
        "engine/pies.json        | ph_000000.png | ph_000001.png | PIEs among the phantoms",
      })
  void a_wrong_reference_of_the_engine_makes_its_check_fail(
      String name, String right, String wrong, String check) {
    References references = References.embedded().with(name, replacing(name, right, wrong));

    assertThat(failures(Section.ENGINE, references)).extracting(Check::name).contains(check);
  }

  @Test
  void wrong_pictures_masks_and_films_make_their_checks_fail() throws IOException {
    byte[] other = Files.readAllBytes(References.embedded().copy("engine/input_1.png", folder));
    References pictures = References.embedded().with("engine/input_0.png", png -> other);
    byte[] film = References.embedded().bytes("grayscale/mono2_12bit_ile.dcm.gz");
    film[film.length - 1] ^= 1;
    References films =
        References.embedded().with("grayscale/mono2_12bit_ile.dcm.gz", gz -> packed(film));

    assertThat(failures(Section.ENGINE, pictures))
        .extracting(Check::name)
        .contains("Resize bit for bit", "Checkpoint bare_state_dict.pt");
    assertThat(failures(Section.GRAYSCALE, films))
        .extracting(Check::name)
        .contains("mono2_12bit_ile (Implicit VR Little Endian)");
  }

  @Test
  void a_reference_that_is_missing_is_a_failed_check_and_not_a_crash() {
    References none =
        new References(name -> {
          throw new IOException("gone");
        });

    for (Section section : Section.values()) {
      assertThat(failures(section, none)).as("%s", section).isNotEmpty();
    }
  }

  /** What fails in one section, without the time that the others take. */
  private List<Check> failures(Section section, References references) {
    List<Check> checks = new ArrayList<>();
    Bench bench = new Bench(section, checks::add, new Cancellation());
    bench.check(
        "section",
        "test",
        () -> {
          switch (section) {
            case ENGINE -> {
              new DisagreementChecks(references).run(bench);
              TorchRuntime torch = TorchRuntime.start(NATIVES, Device.CPU);
              torch.threads(1);
              new EngineChecks(references, folder, torch).run(bench);
            }
            case STATISTICS -> {
              new NumberChecks(references).run(bench);
              new MrmcChecks(references).run(bench);
              new AgreementChecks(references).run(bench);
            }
            case GRAYSCALE -> new GrayscaleChecks(references, folder).run(bench);
            case AUDIT -> {
              new AuditChecks(references).run(bench);
              new CryptoChecks(references).run(bench);
            }
          }
          return Comparison.same("whether it ran", true, true);
        });
    return checks.stream().filter(check -> !check.passed()).toList();
  }

  private static UnaryOperator<byte[]> replacing(String name, String right, String wrong) {
    return stored -> {
      boolean gz = name.endsWith(".gz");
      String text = new String(gz ? unpacked(stored) : stored, StandardCharsets.UTF_8);
      assertThat(text.contains(right)).as("%s has %s", name, right).isTrue();
      byte[] changed =
          text.replaceFirst(java.util.regex.Pattern.quote(right), wrong)
              .getBytes(StandardCharsets.UTF_8);
      return gz ? packed(changed) : changed;
    };
  }

  private static byte[] unpacked(byte[] gz) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gz))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] packed(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gz = new GZIPOutputStream(out)) {
      gz.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
