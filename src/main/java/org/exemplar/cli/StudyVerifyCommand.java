package org.exemplar.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.exemplar.conduct.FileCheck;
import org.exemplar.problem.Problem;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** {@code exemplar study verify}. */
@CommandLine.Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Checks seal, audit trail and every stored value; names the first thing broken.")
final class StudyVerifyCommand extends Command {
  @Parameters(
      paramLabel = "STUDY|FILE.reading",
      description = "A study's folder, or a reading file.")
  private @Nullable Path given;

  StudyVerifyCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Progress progress, Cancellation cancellation) {
    List<FileCheck> checks = FileCheck.of(Objects.requireNonNull(given));
    List<Map<String, Object>> facts = new ArrayList<>();
    for (FileCheck check : checks) {
      if (check.intact()) {
        say(check.sentence());
      }
      Map<String, Object> fact = new LinkedHashMap<>();
      fact.put("file", check.file().toString());
      fact.put("intact", check.intact());
      fact.put("broken", check.broken().orElse(null));
      fact.put("audit_head", check.head().map(head -> head.hash().hex()).orElse(null));
      facts.add(fact);
    }
    summary(facts);
    List<String> broken =
        checks.stream().filter(check -> !check.intact()).map(FileCheck::sentence).toList();
    if (!broken.isEmpty()) {
      throw new Problem(String.join(" ", broken));
    }
  }
}
