# Computes the main numbers of results.json again from ratings.csv alone, in base R.
#   Rscript reproduce.R [ratings.csv]
# For each question: PIE-AUC over readers (readers and cases random), its one-shot U-statistic
# variance (Gallas 2006, 2009), degrees of freedom, 95 % interval, p and Holm's correction.
# Where the package "ordinal" is installed, also a cumulative link mixed model with random readers
# and cases (clmm); it is not part of results.json.

arguments <- commandArgs(trailingOnly = TRUE)
self <- sub("--file=", "", grep("--file=", commandArgs(), value = TRUE))
file <- if (length(arguments)) arguments[1] else file.path(dirname(self[1]), "ratings.csv")
table <- read.csv(file, colClasses = "character", encoding = "UTF-8")
table <- table[table$is_practice != "1" & table$repeat_of == "" & table$value_score != "", ]
table$score <- as.numeric(table$value_score)

sums <- function(x) {
  c(sum(x^2),
    sum(apply(x, c(1, 3), sum)^2),
    sum(apply(x, c(1, 2), sum)^2),
    sum(apply(x, 1, sum)^2),
    sum(apply(x, c(2, 3), sum)^2),
    sum(apply(x, 3, sum)^2),
    sum(apply(x, 2, sum)^2),
    sum(x)^2)
}

distinct <- function(b) {
  c(b[1], b[2] - b[1], b[3] - b[1], b[4] - b[3] - b[2] + b[1], b[5] - b[1],
    b[6] - b[5] - b[2] + b[1], b[7] - b[5] - b[3] + b[1],
    b[8] - b[7] - b[6] + b[5] - b[4] + b[3] + b[2] - b[1])
}

analyse <- function(rows) {
  readers <- sort(unique(rows$reader_id))
  pies <- sort(unique(rows$case_id[rows$arm == "PIE"]))
  others <- sort(unique(rows$case_id[rows$arm != "PIE"]))
  s <- d <- array(0, c(length(readers), length(others), length(pies)))
  for (r in seq_along(readers)) {
    mine <- rows[rows$reader_id == readers[r], ]
    high <- mine$score[match(pies, mine$case_id)]
    low <- mine$score[match(others, mine$case_id)]
    win <- outer(low, high, function(a, b) (b > a) + (b == a) / 2)
    d[r, , ] <- !is.na(win)
    win[is.na(win)] <- 0
    s[r, , ] <- win
  }
  auc <- sum(s) / sum(d)
  result <- data.frame(auc = auc, variance = NA, df = NA, ci_low = NA, ci_high = NA,
                       statistic = NA, p = NA)
  if (length(readers) < 2 || sum(d) == 0) return(result)
  bs <- sums(s); bd <- sums(d); us <- distinct(bs); ud <- distinct(bd)
  c <- ud / bd[8]; c[8] <- c[8] - 1
  m <- ifelse(ud == 0, 0, us / ud)
  v <- bs / bd
  var <- sum(c * m)
  if (var <= 1e-12) var <- sum(c * v)
  if (var <= 1e-12) return(result)
  parts <- c(v[7] - v[8], v[6] - v[8], v[4] - v[8])
  shares <- c(c[1] + c[3] + c[5] + c[7], c[1] + c[2] + c[5] + c[6], c[1] + c[2] + c[3] + c[4])
  f <- round(1 / shares - 1)
  below <- sum((parts^2 / f^3)[f > 0])
  df <- max(if (below > 0) var^2 / below else 0, min(f))
  t <- (auc - 0.5) / sqrt(var)
  half <- qt(0.975, df) * sqrt(var)
  data.frame(auc = auc, variance = var, df = df, ci_low = auc - half, ci_high = auc + half,
             statistic = t, p = 2 * pt(-abs(t), df))
}

results <- do.call(rbind, lapply(split(table, table$question_id), analyse))
results$p_holm <- p.adjust(ifelse(is.na(results$p), 1, results$p), "holm")
results <- cbind(question = rownames(results), results)
write.csv(format(results, digits = 15), stdout(), row.names = FALSE, quote = FALSE)

if (requireNamespace("ordinal", quietly = TRUE)) {
  for (question in unique(table$question_id)) {
    rows <- table[table$question_id == question, ]
    rows$ordered <- ordered(rows$score)
    if (nlevels(rows$ordered) > 2) {
      model <- try(ordinal::clmm(ordered ~ arm + (1 | reader_id) + (1 | case_id), data = rows))
      if (!inherits(model, "try-error")) {
        message(question); print(summary(model)$coefficients)
      }
    }
  }
}
