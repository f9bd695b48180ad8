package org.exemplar.study;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.exemplar.problem.Problem;
import org.exemplar.study.FrontMatter.Value;

/** Turns a protocol document into a {@link Protocol}. */
final class ProtocolReader {
  static final String FORMAT = "exemplar-protocol/1";
  static final String INSTRUCTIONS = "Instructions for readers";
  static final String RETURNING = "Returning the file";

  /** Words that would tell readers what the study is about. */
  private static final Pattern TELLING =
      Pattern.compile(
          "\\b(PIEs?|NON.PIEs?|prun(?:e|ed|ing)|sparsity)\\b|pruning-identified",
          Pattern.CASE_INSENSITIVE);

  private static final int MANY = 100_000;

  private final String name;
  private final String text;
  private final Settings settings;

  ProtocolReader(String name, String text) {
    this.name = name;
    this.text = text;
    this.settings = new Settings(name, "", FrontMatter.read(name, text));
  }

  Protocol read() {
    String format = settings.text("format");
    if (!format.equals(FORMAT)) {
      throw settings.problem(
          settings.line(),
          "the format is \"%s\", this program knows only \"%s\"".formatted(format, FORMAT));
    }
    String version = settings.text("version");
    ReadingProtocol reading = reading();
    Design design = design();
    AnalysisPlan analysis = analysis(reading);
    settings.end();
    return new Protocol(text, version, reading, design, analysis);
  }

  private ReadingProtocol reading() {
    String instructions = Protocol.section(text, INSTRUCTIONS);
    if (instructions.isEmpty()) {
      throw new Problem(
          "%s: the heading \"## %s\" with its text is missing.".formatted(name, INSTRUCTIONS));
    }
    ReaderText words =
        new ReaderText(
            settings.text("title"), instructions, Protocol.section(text, RETURNING), List.of());
    List<Question> questions = new ArrayList<>();
    for (Settings group : settings.groups("questions")) {
      questions.add(new QuestionReader(group).read());
    }
    ReadingRules rules = new ReadingRules(practice(), correction(), limits(), pacing());
    ReadingProtocol protocol =
        settings.build("questions", () -> new ReadingProtocol(words, questions, rules));
    checkNeutral(protocol);
    return protocol;
  }

  private Practice practice() {
    Settings group = settings.group("practice");
    Practice practice =
        new Practice(
            group.integer("cases", 0, 50),
            group.choice("gate", Practice.Gate.class),
            group.integer("distance", 0, 8, 0));
    group.end();
    return practice;
  }

  private Correction correction() {
    return settings.choice("correction", Correction.class);
  }

  private SittingLimits limits() {
    Settings group = settings.group("sitting");
    SittingLimits limits =
        new SittingLimits(
            Duration.ofMinutes(group.integer("longest_minutes", 0, 1440)),
            Duration.ofMinutes(group.integer("break_after_minutes", 0, 1440)),
            Duration.ofMinutes(group.integer("break_minutes", 0, 1440)),
            group.integer("washout_days", 0, 3650));
    group.end();
    return limits;
  }

  private Pacing pacing() {
    Settings group = settings.group("pacing");
    Pacing pacing =
        new Pacing(
            Duration.ofMillis(group.integer("mask_ms", 0, 60_000)),
            Duration.ofSeconds(group.integer("idle_after_seconds", 1, 3600)),
            Duration.ofHours(group.integer("display_check_hours", 0, 10_000)));
    group.end();
    return pacing;
  }

  private Design design() {
    Settings arms = settings.group("arms");
    Design.Arms sizes =
        new Design.Arms(arms.integer("PIE", 1, MANY), arms.integer("NON_PIE", 1, MANY));
    arms.end();
    Settings criterion = settings.group("criterion");
    Design.Criterion pie =
        new Design.Criterion(
            criterion.number("sparsity", 0, 1), criterion.number("percentile", 0, 100));
    criterion.end();
    Settings order = settings.group("order");
    Design.ReadingOrder blocks =
        new Design.ReadingOrder(
            order.integer("block", 2, MANY), order.integer("longest_run", 1, MANY));
    order.end();
    Settings repeats = settings.group("repeats");
    Design.Repeats again =
        new Design.Repeats(
            repeats.integer("cases", 0, sizes.total()), repeats.integer("minimum_gap", 0, MANY));
    repeats.end();
    return new Design(
        sizes, pie, sampling(), new Design.Allocation(blocks, again, overlap(sizes.total())));
  }

  private Design.Overlap overlap(int cases) {
    if (!settings.has("overlap")) {
      return Design.Overlap.ALL;
    }
    Settings group = settings.group("overlap");
    Design.Overlap.Kind kind = group.choice("design", Design.Overlap.Kind.class);
    Design.Overlap overlap =
        kind == Design.Overlap.Kind.ALL
            ? Design.Overlap.ALL
            : new Design.Overlap(
                kind,
                group.integer("anchor_cases", 0, cases - 1),
                group.integer("readers_per_case", 1, MANY));
    group.end();
    return overlap;
  }

  private Design.Sampling sampling() {
    Settings group = settings.group("sampling");
    Design.Controls controls = group.choice("controls", Design.Controls.class);
    List<String> matchOn = group.has("match_on") ? group.texts("match_on") : List.of();
    boolean onePerPatient = group.truth("one_per_patient", true);
    if (controls == Design.Controls.MATCHED && matchOn.isEmpty()) {
      throw group.problem(group.line(), "matched controls need \"sampling.match_on\"");
    }
    for (String what : matchOn) {
      if (!Design.Sampling.KNOWN.contains(what) && !what.startsWith("finding:")) {
        throw group.problem(
            group.line(),
            "controls cannot be matched on \"%s\", only on %s or finding:NAME"
                .formatted(what, String.join(", ", Design.Sampling.KNOWN)));
      }
    }
    group.end();
    return new Design.Sampling(controls, matchOn, onePerPatient);
  }

  private AnalysisPlan analysis(ReadingProtocol reading) {
    Settings group = settings.group("analysis");
    Map<String, Orientation> orientations = new LinkedHashMap<>();
    for (Map.Entry<String, Value> entry : group.entries("orientation").entrySet()) {
      if (reading.question(entry.getKey()).isEmpty()) {
        throw group.problem(
            entry.getValue().line(), "there is no question \"%s\"".formatted(entry.getKey()));
      }
      if (!reading.question(entry.getKey()).filter(Question::measures).isPresent()) {
        throw group.problem(
            entry.getValue().line(),
            "\"%s\" is answered in words and cannot be analysed".formatted(entry.getKey()));
      }
      orientations.put(
          entry.getKey(), group.choice(entry.getKey(), Orientation.class, entry.getValue()));
    }
    for (Question question : reading.questions()) {
      boolean needsOne = question.measures() && !(question instanceof Question.Checklist);
      if (needsOne && !orientations.containsKey(question.id())) {
        throw group.problem(
            group.line(), "the orientation of \"%s\" is missing".formatted(question.id()));
      }
    }
    List<String> planned = group.texts("planned");
    for (String analysis : planned) {
      if (!AnalysisPlan.KNOWN.contains(analysis)) {
        throw group.problem(
            group.line(),
            "\"%s\" is not an analysis; known are %s"
                .formatted(analysis, String.join(", ", AnalysisPlan.KNOWN)));
      }
    }
    AnalysisPlan.Resampling resampling =
        new AnalysisPlan.Resampling(
            group.integer("permutations", 1, 10_000_000),
            group.integer("bootstrap", 1, 10_000_000),
            group.integer("seed", 0, Integer.MAX_VALUE));
    double level = group.number("level", 0, 1);
    group.end();
    return new AnalysisPlan(orientations, planned, level, resampling);
  }

  /** Refuses words in the reader's part that would tell what the study is about. */
  private void checkNeutral(ReadingProtocol protocol) {
    checkNeutral(protocol.title());
    checkNeutral(protocol.text().instructions());
    checkNeutral(protocol.text().returning());
    for (Question question : protocol.questions()) {
      checkNeutral(question.wording().title());
      checkNeutral(question.wording().text());
      checkNeutral(question.wording().help());
      question.choices().forEach(answer -> checkNeutral(answer.wording()));
    }
  }

  private void checkNeutral(String words) {
    Matcher telling = TELLING.matcher(words);
    if (telling.find()) {
      throw new Problem(
          "%s, line %d: readers would see the word \"%s\"; say it neutrally."
              .formatted(name, lineOf(words, telling.group()), telling.group()));
    }
  }

  /** The line of {@code word} where {@code words} stand in the document. */
  private int lineOf(String words, String word) {
    int start = Math.max(0, text.indexOf(words));
    int at = Math.max(0, text.indexOf(word, start));
    return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
  }
}
