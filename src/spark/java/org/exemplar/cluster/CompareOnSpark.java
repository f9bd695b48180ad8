package org.exemplar.cluster;

import java.util.Locale;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.exemplar.classifier.sweep.ComparisonOptions;
import org.exemplar.classifier.sweep.ComparisonResult;
import org.exemplar.classifier.sweep.ComparisonRun;
import org.exemplar.cli.CompareLine;
import org.exemplar.cli.Surroundings;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;

/**
 * {@code exemplar compare} as a Spark application: the same options, the same folder, the same exit
 * codes. Given to {@code spark-submit}, or run by itself, where the master is {@code local[*]}
 * unless {@code -Dspark.master} says otherwise.
 */
public final class CompareOnSpark {
  private CompareOnSpark() {}

  /** Entry point; the arguments are those of {@code exemplar compare}. */
  public static void main(String[] args) {
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    int exit =
        new CompareLine("CompareOnSpark", Surroundings.ofProcess(), CompareOnSpark::run).run(args);
    if (exit != 0) {
      System.exit(exit);
    }
  }

  private static ComparisonResult run(
      ComparisonOptions options, Progress progress, Cancellation cancellation) {
    try (var spark = new JavaSparkContext(settings(new SparkConf()))) {
      return ComparisonRun.run(
          options,
          (all, shown, cancelled) -> new SparkWorkplace(spark, all, shown, cancelled),
          progress,
          cancellation);
    }
  }

  /** What is sent between machines are records, which no other serializer takes as they are. */
  static SparkConf settings(SparkConf given) {
    return given
        .setIfMissing("spark.master", "local[*]")
        .setIfMissing("spark.app.name", "exemplar compare")
        .set("spark.serializer", "org.apache.spark.serializer.JavaSerializer");
  }
}
