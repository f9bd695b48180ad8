# Computes the main numbers of results.json again from ratings.csv alone, in base R.
#   Rscript reproduce.R [--main] [ratings.csv]
# For each question: PIE-AUC over readers (readers and cases random), its one-shot U-statistic
# variance (Gallas 2006, 2009), degrees of freedom, 95 % interval, p and Holm's correction; the exact
# permutation test of arm labels over cases where every reader rated every case; Krippendorff's alpha.
# Then a second table: Cohen's kappa of each two readers. Both are CSV on the standard output.
# Where the package "ordinal" is installed, also a cumulative link mixed model with random readers
# and cases (clmm); it is not part of results.json, and --main leaves it out.

arguments <- commandArgs(trailingOnly = TRUE)
main.only <- "--main" %in% arguments
arguments <- setdiff(arguments, "--main")
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
  if (sum(d) == 0) return(result)
  paired <- apply(d, 1, sum) > 0
  if (sum(paired) < 2) return(one.reader(s, d, auc, result))
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
  test(auc, var, df)
}

# the reader's own variance and test, which speak of this reader only
one.reader <- function(s, d, auc, result) {
  n0 <- sum(apply(d, 2, sum) > 0); n1 <- sum(apply(d, 3, sum) > 0)
  bs <- sums(s); bd <- sums(d)
  us <- distinct(bs)[1:4]; ud <- distinct(bd)[1:4]
  c <- ud / bd[4]; c[4] <- c[4] - 1
  v <- (bs / bd)[1:4]
  var <- sum(c * ifelse(ud == 0, 0, us / ud))
  if (var <= 1e-12) var <- sum(c * v)
  if (n0 < 2 || n1 < 2 || var <= 1e-12) return(result)
  below <- (v[3] - v[4])^2 / (n0 - 1)^3 + (v[2] - v[4])^2 / (n1 - 1)^3
  least <- min(n0, n1) - 1
  test(auc, var, if (below > 0) max(var^2 / below, least) else least)
}

test <- function(auc, var, df) {
  t <- (auc - 0.5) / sqrt(var)
  half <- qt(0.975, df) * sqrt(var)
  data.frame(auc = auc, variance = var, df = df, ci_low = auc - half, ci_high = auc + half,
             statistic = t, p = 2 * pt(-abs(t), df))
}

# share of all labelings of the cases with |AUC - 1/2| at least as observed; NA unless all rated all
permutation <- function(rows) {
  readers <- unique(rows$reader_id)
  cases <- sort(unique(rows$case_id))
  if (nrow(rows) != length(readers) * length(cases)) return(NA)
  twice <- rep(0, length(cases))
  for (reader in readers) {
    mine <- rows[rows$reader_id == reader, ]
    twice <- twice + 2 * rank(mine$score[match(cases, mine$case_id)])
  }
  pie <- rows$arm[match(cases, rows$case_id)] == "PIE"
  chosen <- sum(pie); total <- sum(twice)
  if (chosen == 0 || chosen == length(cases) || chosen * total > 2e7) return(NA)
  ways <- matrix(0, total + 1, chosen + 1)
  ways[1, 1] <- 1
  for (z in twice) for (size in chosen:1) {
    to <- (z + 1):(total + 1)
    ways[to, size + 1] <- ways[to, size + 1] + ways[to - z, size]
  }
  apart <- abs(length(cases) * (0:total) - chosen * total)
  seen <- abs(length(cases) * sum(twice[pie]) - chosen * total)
  sum(ways[apart >= seen, chosen + 1]) / choose(length(cases), chosen)
}

alphas <- function(rows) {
  units <- split(rows$score, rows$case_id)
  units <- units[lengths(units) > 1]
  values <- sort(unique(unlist(units)))
  k <- length(values)
  together <- matrix(0, k, k)
  for (unit in units) {
    n <- table(factor(unit, levels = values))
    together <- together + (outer(n, n) - diag(as.vector(n), k)) / (length(unit) - 1)
  }
  margin <- rowSums(together)
  upto <- cumsum(margin)
  between <- outer(seq_len(k), seq_len(k), function(a, b) {
    low <- pmin(a, b); high <- pmax(a, b)
    upto[high] - upto[low] + margin[low] - (margin[a] + margin[b]) / 2
  })
  one <- function(distance) {
    diag(distance) <- 0
    chance <- sum(outer(margin, margin) * distance)
    if (chance > 0) 1 - (sum(margin) - 1) * sum(together * distance) / chance else NA
  }
  if (k < 2) return(data.frame(alpha_nominal = NA, alpha_ordinal = NA, alpha_interval = NA))
  data.frame(alpha_nominal = one(matrix(1, k, k)), alpha_ordinal = one(between^2),
             alpha_interval = one(outer(values, values, "-")^2))
}

kappas <- function(rows, question) {
  readers <- sort(unique(rows$reader_id))
  found <- NULL
  for (i in seq_along(readers)) for (j in seq_along(readers)) if (i < j) {
    both <- merge(rows[rows$reader_id == readers[i], c("case_id", "score")],
                  rows[rows$reader_id == readers[j], c("case_id", "score")], by = "case_id")
    kappa <- function(distance) {
      chance <- sum(outer(both$score.x, both$score.y, distance))
      if (chance > 0) 1 - sum(distance(both$score.x, both$score.y)) * nrow(both) / chance else NA
    }
    found <- rbind(found, data.frame(question = question,
      pair = paste(readers[i], readers[j], sep = "-"), n = nrow(both),
      kappa = kappa(function(a, b) a != b), kappa_quadratic = kappa(function(a, b) (a - b)^2)))
  }
  found
}

questions <- split(table, table$question_id)
results <- do.call(rbind, lapply(questions, function(rows) {
  cbind(analyse(rows), permutation_p = permutation(rows), alphas(rows))
}))
results$p_holm <- p.adjust(ifelse(is.na(results$p), 1, results$p), "holm")
results <- cbind(question = names(questions), results)
write.csv(results, stdout(), row.names = FALSE, quote = FALSE)
pairs <- do.call(rbind, lapply(names(questions), function(q) kappas(questions[[q]], q)))
if (!is.null(pairs)) {
  cat("\n")
  write.csv(pairs, stdout(), row.names = FALSE, quote = FALSE)
}

if (!main.only && requireNamespace("ordinal", quietly = TRUE)) {
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
