package org.exemplar.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.exemplar.stats.agreement.IntraclassCorrelation;
import org.exemplar.stats.agreement.Kappa;
import org.exemplar.stats.agreement.KendallW;
import org.exemplar.stats.agreement.KrippendorffAlpha;
import org.exemplar.stats.agreement.RatingMatrix;
import org.exemplar.stats.agreement.Weights;
import org.exemplar.stats.mrmc.Draws;
import org.exemplar.stats.mrmc.PermutationTest;
import org.exemplar.stats.mrmc.RatingTable;
import org.exemplar.stats.mrmc.Strata;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Ten rating tables, degenerate ones among them, against SciPy, other Python programs and R: every
 * number of the reference files is compared or excused by name.
 */
class ReaderStudyWalkTest {
  private static final JsonNode PYTHON = Golden.read("ratings/golden_python");
  private static final JsonNode R = Golden.read("ratings/golden_R");
  private static final List<String> QUESTIONS = List.of("agree_label", "quality", "difficulty");
  private static final String NOT_OFFERED = "a test that the program does not offer";

  static Stream<Arguments> analyses() {
    return PYTHON.propertyNames().stream()
        .flatMap(table -> QUESTIONS.stream().map(question -> Arguments.of(table, question)));
  }

  static Stream<String> tables() {
    return PYTHON.propertyNames().stream();
  }

  private static ReferenceRatings ratings(String table, String question) {
    return ReferenceRatings.readWide(table, 3 + QUESTIONS.indexOf(question));
  }

  @ParameterizedTest
  @MethodSource("analyses")
  void every_number_of_python_is_compared(String name, String question) {
    ReferenceRatings ratings = ratings(name, question);
    RatingTable table = ratings.table(1);
    GoldenWalk walk = new GoldenWalk(name + "/" + question, PYTHON.get(name).get(question));
    twoGroups(walk, "/pooled_all_ratings", table.pooled(true), table.pooled(false));
    twoGroups(walk, "/per_case_mean_over_readers", table.caseMeans(true), table.caseMeans(false));
    for (int r = 0; r < table.readers(); r++) {
      String reader = ratings.readers().get(r);
      double[] pie = table.reader(r).pooled(true);
      double[] other = table.reader(r).pooled(false);
      twoGroups(walk, "/per_reader/" + reader, pie, other);
      double difference = Sample.mean(pie) - Sample.mean(other);
      walk.number("/reader_difference_of_means/" + reader, difference, 1e-9, 1e-12);
    }
    paired(walk, table);
    boolean label = question.equals("agree_label");
    if (label ? name.startsWith("09") : name.startsWith("06")) {
      walk.excuse("/standardised_within_reader_ddof1/", "the reference is rounding there: ties, t");
    } else {
      RatingTable standardised = standardised(table);
      twoGroups(
          walk,
          "/standardised_within_reader_ddof1",
          standardised.pooled(true),
          standardised.pooled(false));
    }
    counts(walk, table);
    agreement(walk, ratings);
    notOffered(walk);
    walk.finish(20);
  }

  private static void notOffered(GoldenWalk walk) {
    walk.excuse("/(student_t|anova)/", NOT_OFFERED + ": Welch's is, which needs no equal spread");
    walk.excuse("/(ks_2samp_asymptotic|brunner_munzel|levene_median)(/|$)", NOT_OFFERED);
    walk.excuse("/(cohens_d_pooled|hedges_g_approx_correction)$", "ratings are no interval scale");
    walk.excuse("/(fisher_exact|chi2_yates|chi2_no_correction)/", NOT_OFFERED);
    walk.excuse("/barnard_exact_wald", NOT_OFFERED);
    walk.excuse(
        "/cohen_pairwise/.*/(kappa_se0|kappa_se|p_two_sided)$", "κ is given without a test");
    walk.excuse("/percent_agreement$", "κ is what is reported");
    walk.excuse("/randolph_kappa", "Fleiss' κ and Gwet's AC2 are reported");
  }

  private static double value(Outcome<Double> outcome) {
    return outcome.value().orElse(Double.NaN);
  }

  private static void twoGroups(GoldenWalk walk, String at, double[] pie, double[] other) {
    walk.number(at + "/n_pie", pie.length, 0, 0);
    walk.number(at + "/n_non", other.length, 0, 0);
    walk.number(at + "/mean_pie", Sample.mean(pie), 1e-12, 1e-12);
    walk.number(at + "/mean_non", Sample.mean(other), 1e-12, 1e-12);
    walk.number(at + "/sd_pie_ddof1", deviation(pie), 1e-12, 1e-12);
    walk.number(at + "/sd_non_ddof1", deviation(other), 1e-12, 1e-12);
    walk.number(at + "/median_pie", Sample.median(pie).orElse(Double.NaN), 1e-12, 1e-12);
    walk.number(at + "/median_non", Sample.median(other).orElse(Double.NaN), 1e-12, 1e-12);
    double delta = value(RankTest.cliffsDelta(pie, other));
    walk.number(at + "/cliffs_delta", delta, 1e-12, 1e-13);
    walk.number(at + "/prob_superiority_A", (1 + delta) / 2, 1e-12, 1e-13);
    Outcome<TTest> welch = TTest.welch(pie, other);
    walk.number(at + "/welch_t/statistic", value(welch.map(TTest::statistic)), 1e-9, 1e-12);
    if (welch.isDefined()) {
      walk.number(at + "/welch_t/p", value(welch.map(TTest::p)), 1e-9, 1e-13);
      walk.number(at + "/welch_df", value(welch.map(TTest::df)), 1e-9, 0);
    } else {
      walk.excuse(at + "/(welch_df|welch_t/p)$", "no finite t: here neither p nor df");
    }
    Outcome<RankTest> kruskal = RankTest.kruskalWallis(pie, other);
    walk.error(at + "/kruskal_wallis/error", kruskal);
    rank(walk, at + "/kruskal_wallis", kruskal);
    if (kruskal.isDefined()) {
      rank(walk, at + "/mann_whitney_asymptotic_cc", RankTest.mannWhitney(pie, other));
      rank(
          walk,
          at + "/mann_whitney_scipy_default_auto",
          RankTest.mannWhitneyExactIfSmall(pie, other));
      walk.number(
          at + "/mann_whitney_asymptotic_no_cc/statistic",
          value(RankTest.mannWhitney(pie, other).map(RankTest::statistic)),
          1e-12,
          0);
      double p = value(kruskal.map(RankTest::p));
      walk.number(at + "/mann_whitney_asymptotic_no_cc/p", p, 1e-9, zero(kruskal) ? 1e-6 : 1e-12);
    } else {
      walk.excuse(at + "/mann_whitney", "all ratings equal: SciPy divides by zero, here no test");
    }
  }

  private static double deviation(double[] values) {
    return Sample.of(values).standardDeviation().orElse(Double.NaN);
  }

  /** A statistic that is zero but for the reference's rounding has a p of 1 but for its root. */
  private static boolean zero(Outcome<RankTest> test) {
    return Math.abs(value(test.map(RankTest::statistic))) < 1e-12;
  }

  private static void rank(GoldenWalk walk, String at, Outcome<RankTest> test) {
    walk.number(at + "/statistic", value(test.map(RankTest::statistic)), 1e-9, 1e-12);
    walk.number(at + "/p", value(test.map(RankTest::p)), 1e-9, zero(test) ? 1e-6 : 1e-13);
  }

  private static void paired(GoldenWalk walk, RatingTable table) {
    double[] differences =
        IntStream.range(0, table.readers())
            .mapToObj(table::reader)
            .mapToDouble(t -> Sample.mean(t.pooled(true)) - Sample.mean(t.pooled(false)))
            .filter(Double::isFinite)
            .toArray();
    Outcome<TTest> test = TTest.oneSample(differences);
    walk.number("/paired_over_readers", value(test.map(TTest::p)), 0, 0);
    walk.number("/paired_over_readers/n", differences.length, 0, 0);
    walk.number("/paired_over_readers/mean", Sample.mean(differences), 1e-9, 1e-12);
    walk.number("/paired_over_readers/t", value(test.map(TTest::statistic)), 1e-9, 1e-12);
    if (test.isDefined()) {
      walk.number("/paired_over_readers/p", value(test.map(TTest::p)), 1e-9, 1e-12);
    } else {
      walk.excuse("/paired_over_readers/p$", "an infinite t gives no p here");
    }
  }

  /** Each reader's ratings with mean 0 and SD 1, without readers who always answer the same. */
  private static RatingTable standardised(RatingTable table) {
    boolean[] positive = new boolean[table.cases()];
    double[][] rows = new double[table.readers()][table.cases()];
    for (int r = 0; r < rows.length; r++) {
      double[] mine = joined(table.reader(r).pooled(true), table.reader(r).pooled(false));
      double mean = Sample.mean(mine);
      double sd = deviation(mine);
      for (int c = 0; c < positive.length; c++) {
        positive[c] = table.isPositive(c);
        rows[r][c] = sd > 0 ? (table.score(r, c) - mean) / sd : Double.NaN;
      }
    }
    return new RatingTable(positive, rows);
  }

  private static double[] joined(double[] a, double[] b) {
    double[] joined = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, joined, a.length, b.length);
    return joined;
  }

  private static void counts(GoldenWalk walk, RatingTable table) {
    for (boolean pie : new boolean[] {true, false}) {
      Map<Long, Integer> counts = new TreeMap<>();
      for (double value : table.pooled(pie)) {
        counts.merge(Math.round(value), 1, Integer::sum);
      }
      for (long code = 0; code <= 5; code++) {
        for (String written : List.of(Long.toString(code), code + ".0")) {
          walk.number(
              "/counts/" + (pie ? "PIE" : "Non-PIE") + "/" + written,
              counts.getOrDefault(code, 0),
              0,
              0);
        }
      }
      int row = pie ? 0 : 1;
      String at = "/pooled_all_ratings/table_rows_PIE_Non_cols_yes_no/" + row;
      walk.number(at + "/0", counts.getOrDefault(1L, 0), 0, 0);
      walk.number(at + "/1", counts.getOrDefault(0L, 0), 0, 0);
    }
    walk.number("/n_missing", table.readers() * table.cases() - table.ratings(), 0, 0);
  }

  private static void agreement(GoldenWalk walk, ReferenceRatings ratings) {
    RatingMatrix matrix = RatingMatrix.of(ratings.scores(1));
    String at = "/agreement";
    for (KrippendorffAlpha.Level level : KrippendorffAlpha.Level.values()) {
      String key = at + "/krippendorff_alpha_" + level.name().toLowerCase(Locale.ROOT);
      walk.number(key, value(KrippendorffAlpha.of(matrix, level)), 1e-9, 1e-12);
    }
    walk.number(at + "/fleiss_kappa_complete_cases", value(Kappa.fleiss(matrix)), 1e-9, 1e-12);
    Outcome<KendallW> w = KendallW.of(matrix);
    walk.number(
        at + "/kendall_w_tie_corrected_complete_cases", value(w.map(KendallW::w)), 1e-9, 1e-12);
    walk.number(
        at + "/friedman_over_cases/statistic", value(w.map(KendallW::chiSquared)), 1e-9, 1e-12);
    walk.number(at + "/friedman_over_cases/p", value(w.map(KendallW::p)), 1e-9, 1e-12);
    IntraclassCorrelation icc = IntraclassCorrelation.of(matrix);
    walk.number(at + "/icc/ICC1", value(icc.icc1()), 1e-9, 1e-12);
    walk.number(at + "/icc/ICC2", value(icc.icc2()), 1e-9, 1e-12);
    walk.number(at + "/icc/ICC3", value(icc.icc3()), 1e-9, 1e-12);
    walk.number(at + "/icc/ICC1k", value(icc.icc1k()), 1e-9, 1e-12);
    walk.number(at + "/icc/ICC2k", value(icc.icc2k()), 1e-9, 1e-12);
    walk.number(at + "/icc/ICC3k", value(icc.icc3k()), 1e-9, 1e-12);
    double complete = matrix.complete().cases();
    walk.number(at + "/icc/n_cases_complete", complete, 0, 0);
    walk.number(at + "/n_complete_cases", complete, 0, 0);
    RatingTable table = ratings.table(1);
    List<String> readers =
        IntStream.range(0, table.readers())
            .filter(r -> table.reader(r).ratings() > 0)
            .mapToObj(ratings.readers()::get)
            .toList();
    for (int a = 0; a < readers.size(); a++) {
      walk.same(at + "/readers/" + a, readers.get(a));
      for (int b = a + 1; b < readers.size(); b++) {
        String pair = at + "/cohen_pairwise/" + readers.get(a) + "-" + readers.get(b);
        walk.number(pair + "/n", Kappa.common(matrix, a, b), 0, 0);
        walk.number(
            pair + "/kappa", value(Kappa.cohen(matrix, a, b, Weights.IDENTITY)), 1e-9, 1e-12);
        walk.number(
            pair + "/kappa_linear", value(Kappa.cohen(matrix, a, b, Weights.LINEAR)), 1e-9, 1e-12);
        walk.number(
            pair + "/kappa_quadratic",
            value(Kappa.cohen(matrix, a, b, Weights.QUADRATIC)),
            1e-9,
            1e-12);
      }
    }
    walk.number(at + "/icc/k", readers.size(), 0, 0);
    walk.number(at + "/n_cases", table.cases(), 0, 0);
  }

  @ParameterizedTest
  @MethodSource("analyses")
  void every_number_of_r_is_compared(String name, String question) {
    ReferenceRatings ratings = ratings(name, question);
    RatingTable table = ratings.table(1);
    double[] pie = table.pooled(true);
    double[] other = table.pooled(false);
    GoldenWalk walk = new GoldenWalk("R " + name + "/" + question, R.get(name).get(question));
    walk.number("/n", pie.length + other.length, 0, 0);
    Outcome<RankTest> kruskal = RankTest.kruskalWallis(pie, other);
    rank(walk, "/kruskal.test", kruskal);
    walk.number("/kruskal.test/df", 1, 0, 0);
    Outcome<RankTest> whitney = RankTest.mannWhitney(pie, other);
    double w = value(whitney.map(RankTest::statistic));
    double p = value(kruskal.map(RankTest::p));
    if (kruskal.isDefined()) {
      walk.number("/wilcox.test_normal_cc/W", w, 1e-12, 0);
      walk.number("/wilcox.test_normal_no_cc/W", w, 1e-12, 0);
      walk.number("/wilcox.exact_with_ties/W", w, 1e-12, 0);
    }
    walk.number("/wilcox.test_normal_cc/p", value(whitney.map(RankTest::p)), 1e-9, 1e-13);
    walk.number("/wilcox.test_normal_no_cc/p", p, 1e-9, zero(kruskal) ? 1e-6 : 1e-12);
    double z = Math.sqrt(value(kruskal.map(RankTest::statistic)));
    coin(walk, table, z, p);
    Outcome<TTest> welch = TTest.welch(pie, other);
    walk.error("/t.test_welch/error", welch);
    welch(walk, "/t.test_welch", welch);
    Outcome<TTest> ofMeans = TTest.welch(table.caseMeans(true), table.caseMeans(false));
    walk.error("/per_case_mean/welch/error", ofMeans);
    welch(walk, "/per_case_mean/welch", ofMeans);
    rank(
        walk,
        "/per_case_mean/kruskal",
        RankTest.kruskalWallis(table.caseMeans(true), table.caseMeans(false)));
    Outcome<RankTest> means = RankTest.mannWhitney(table.caseMeans(true), table.caseMeans(false));
    if (means.isDefined()) {
      walk.number("/per_case_mean/wilcox.exact/W", value(means.map(RankTest::statistic)), 1e-12, 0);
    }
    agreementOfR(walk, ratings);
    excuseR(walk);
    if (!kruskal.isDefined()) {
      walk.excuse("wilcox.*/[WZ]$", "all ratings equal: here no test, so no statistic either");
    }
    walk.finish(kruskal.isDefined() ? 12 : 1);
  }

  private static void welch(GoldenWalk walk, String at, Outcome<TTest> test) {
    walk.number(at + "/t", value(test.map(TTest::statistic)), 1e-9, 1e-12);
    walk.number(at + "/df", value(test.map(TTest::df)), 1e-9, 0);
    walk.number(at + "/p", value(test.map(TTest::p)), 1e-9, 1e-13);
  }

  /** The exact permutation distribution of pooled ratings is that of one reader's. */
  private static void coin(GoldenWalk walk, RatingTable table, double z, double p) {
    if (walk.has("/coin_wilcox_asymptotic/Z") && Double.isFinite(z)) {
      walk.size("/coin_wilcox_asymptotic/Z", z, 1e-9, 1e-9);
      walk.size("/coin_wilcox_exact/Z", z, 1e-9, 1e-9);
    }
    walk.number("/coin_wilcox_asymptotic/p", p, 1e-9, 1e-9);
    double[] pie = table.pooled(true);
    double[] all = joined(pie, table.pooled(false));
    boolean[] positive = new boolean[all.length];
    Arrays.fill(positive, 0, pie.length, true);
    if (all.length > 100) {
      walk.excuse("/coin_wilcox_exact/p$", "counting takes long; compared on the smaller tables");
    } else if (Double.isFinite(z) && walk.has("/coin_wilcox_exact/p")) {
      PermutationTest exact =
          PermutationTest.of(
                  new RatingTable(positive, new double[][] {all}),
                  Strata.none(all.length),
                  new Draws(10, 1))
              .value()
              .orElseThrow();
      walk.number("/coin_wilcox_exact/p", exact.p(), 1e-9, 1e-13);
    }
  }

  private static void agreementOfR(GoldenWalk walk, ReferenceRatings ratings) {
    RatingMatrix matrix = RatingMatrix.of(ratings.scores(1));
    IntraclassCorrelation icc = IntraclassCorrelation.of(matrix);
    double[] six = {
      value(icc.icc1()), value(icc.icc2()), value(icc.icc3()),
      value(icc.icc1k()), value(icc.icc2k()), value(icc.icc3k())
    };
    List<String> names = List.of("ICC1", "ICC2", "ICC3", "ICC1k", "ICC2k", "ICC3k");
    for (int k = 0; k < six.length; k++) {
      walk.same("/psych_ICC_complete_cases/type/" + k, names.get(k));
    }
    walk.numbers("/psych_ICC_complete_cases/ICC", six, 1e-9, 1e-12);
    if (matrix.readers() == readersWhoVary(ratings.table(1))) {
      walk.number("/cronbach_alpha_raw/alpha", six[5], 1e-9, 1e-12);
    } else {
      walk.excuse("/cronbach_alpha_raw/alpha", "R leaves out a reader who always answers the same");
    }
    Outcome<KendallW> w = KendallW.of(RatingMatrix.of(transposedComplete(ratings.scores(1))));
    walk.number("/friedman/statistic", value(w.map(KendallW::chiSquared)), 1e-9, 1e-12);
    walk.number("/friedman/p", value(w.map(KendallW::p)), 1e-9, 1e-12);
  }

  private static long readersWhoVary(RatingTable table) {
    return IntStream.range(0, table.readers())
        .mapToObj(table::reader)
        .filter(t -> deviation(joined(t.pooled(true), t.pooled(false))) > 0)
        .count();
  }

  /** R's Friedman test compares the readers over the cases that all rated. */
  private static double[][] transposedComplete(double[][] scores) {
    double[][] rated =
        Arrays.stream(scores)
            .filter(row -> Arrays.stream(row).anyMatch(value -> !Double.isNaN(value)))
            .toArray(double[][]::new);
    return IntStream.range(0, scores[0].length)
        .mapToObj(c -> Arrays.stream(rated).mapToDouble(row -> row[c]).toArray())
        .filter(row -> Arrays.stream(row).noneMatch(Double::isNaN))
        .toArray(double[][]::new);
  }

  private static void excuseR(GoldenWalk walk) {
    walk.excuse("/(lmer_reml|lmer_ml_lrt_group|glmer_laplace)/", "never our own mixed model");
    walk.excuse("/clmm_laplace/", "compared where R fits it, in MixedModelRunTest");
    walk.excuse("/(fisher.test|mantelhaen_by_reader)/", NOT_OFFERED);
    walk.excuse("/coin_wilcox_stratified_by_reader_asymptotic/", NOT_OFFERED);
    walk.excuse("/coin_wilcox.*/(warnings|error)", "R's own words");
    walk.excuse("/(psych_ICC_complete_cases)/(F|df1|df2|p|lower|upper)/", "the ICC is given alone");
    walk.excuse("/psych_cohen_first_two_readers_complete/", "every pair is compared with Python's");
    walk.excuse("/t.test_welch/conf.int/", "the interval of the difference is the bootstrap's");
    walk.excuse("/wilcox.exact(_with_ties)?/p", "compared with coin's exact p instead");
    walk.excuse("/cronbach_alpha_raw/warnings", "R's own words");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void corrections_over_the_questions_are_compared(String name) {
    double[] p =
        QUESTIONS.stream()
            .map(question -> ratings(name, question).table(1))
            .mapToDouble(t ->
                value(RankTest.kruskalWallis(t.pooled(true), t.pooled(false)).map(RankTest::p)))
            .toArray();
    GoldenWalk python =
        new GoldenWalk(name, PYTHON.get(name).get("multiplicity_of_3_kruskal_p_NaN_as_1"));
    python.numbers("/holm", Multiplicity.holm(p), 1e-9, 0);
    python.numbers("/fdr_bh", Multiplicity.benjaminiHochberg(p), 1e-9, 0);
    python.excuse("/(bonferroni|holm-sidak|fdr_by)/", NOT_OFFERED);
    python.finish(6);
    GoldenWalk r = new GoldenWalk(name, R.get(name).get("p.adjust_kruskal_NaN_as_1"));
    r.numbers("/p", Arrays.stream(p).map(v -> Double.isNaN(v) ? 1 : v).toArray(), 1e-9, 0);
    r.numbers("/holm", Multiplicity.holm(p), 1e-9, 0);
    r.numbers("/BH", Multiplicity.benjaminiHochberg(p), 1e-9, 0);
    r.excuse("/(bonferroni|BY|hochberg|hommel)/", NOT_OFFERED);
    r.finish(9);
  }
}
