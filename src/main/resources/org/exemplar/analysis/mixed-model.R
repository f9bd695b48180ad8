# Fits the ordinal mixed model of each question: cumulative link (logit) by Laplace's approximation,
# arm fixed, readers and cases random (function clmm of the package "ordinal").
#   Rscript mixed-model.R [ratings.csv]
# Answers lines "key<TAB>value": versions first, then for each question its numbers and what R said.
# The effect is the log odds of a higher rating as given, PIE against non-PIE.

arguments <- commandArgs(trailingOnly = TRUE)
self <- sub("--file=", "", grep("--file=", commandArgs(), value = TRUE))
file <- if (length(arguments)) arguments[1] else file.path(dirname(self[1]), "ratings.csv")
say <- function(key, value) cat(key, "\t", value, "\n", sep = "")
number <- function(key, value) say(key, format(as.numeric(value), digits = 15))

say("r", paste(R.version$major, R.version$minor, sep = "."))
if (!requireNamespace("ordinal", quietly = TRUE)) {
  say("absent", "ordinal")
  quit(status = 0)
}
say("ordinal", as.character(packageVersion("ordinal")))

table <- read.csv(file, colClasses = "character", encoding = "UTF-8")
table <- table[table$is_practice != "1" & table$repeat_of == "" & table$value_score != "", ]
for (question in unique(table$question_id)) {
  say("question", question)
  rows <- table[table$question_id == question, ]
  rows$answer <- ordered(as.numeric(rows$value_code))
  rows$group <- factor(rows$arm, levels = c("NON_PIE", "PIE"))
  number("n", nrow(rows))
  said <- character()
  hear <- function(w) {
    said <<- c(said, conditionMessage(w))
    invokeRestart("muffleWarning")
  }
  coefficients <- NULL
  model <- tryCatch(
    withCallingHandlers({
      fitted <- ordinal::clmm(answer ~ group + (1 | reader_id) + (1 | case_id), data = rows)
      coefficients <- summary(fitted)$coefficients
      fitted
    }, warning = hear),
    error = function(e) {
      said <<- c(said, conditionMessage(e))
      NULL
    })
  if (!is.null(model) && "groupPIE" %in% rownames(coefficients)) {
    arm <- coefficients["groupPIE", ]
    number("effect", arm["Estimate"])
    number("se", arm["Std. Error"])
    number("statistic", arm["z value"])
    number("p", arm["Pr(>|z|)"])
    for (cut in setdiff(rownames(coefficients), "groupPIE")) {
      say("threshold", paste(cut, format(coefficients[cut, "Estimate"], digits = 15), sep = "\t"))
    }
    random <- ordinal::VarCorr(model)
    number("reader_sd", attr(random$reader_id, "stddev"))
    number("case_sd", attr(random$case_id, "stddev"))
    number("log_likelihood", logLik(model))
  }
  for (line in said) say("message", gsub("[[:space:]]+", " ", line))
}
