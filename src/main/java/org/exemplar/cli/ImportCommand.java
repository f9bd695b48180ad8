package org.exemplar.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.exemplar.export.ImportFormat;
import org.exemplar.export.ImportedRatings;
import org.exemplar.export.RatingsImport;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code exemplar import}. */
@CommandLine.Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description =
        "Turns ratings that other programs wrote into a long table that analyze --ratings reads.")
final class ImportCommand extends Command {
  @Option(
      names = "--format",
      required = true,
      paramLabel = "via|redcap|long|wide",
      description = "What the files are.")
  private String format = "";

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files, for VIA one a reader.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--arms",
      paramLabel = "CSV",
      description = "filename,arm or case_id,arm: arms are never taken from a row number.")
  private @Nullable Path arms;

  @Option(names = "--out", required = true, paramLabel = "CSV", description = "The long table.")
  private @Nullable Path out;

  ImportCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Progress progress, Cancellation cancellation) {
    Path target = Objects.requireNonNull(out);
    ImportedRatings imported =
        RatingsImport.read(ImportFormat.parse(format), files, Optional.ofNullable(arms));
    imported.notes().forEach(this::warn);
    imported.write(target);
    say(imported.rows().size() + " ratings: " + target);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("ratings", imported.rows().size());
    facts.put("out", target.toString());
    facts.put("notes", imported.notes());
    summary(facts);
  }
}
