# export.R PROGRAM FILE: exports a results file and sets every number of runs_by_site, courses and histograms, as R reads them, against
# the file itself as ncdf4 reads it.
arguments <- commandArgs(trailingOnly = TRUE)
if (!requireNamespace("ncdf4", quietly = TRUE)) {
    cat("skipped: the R package ncdf4 is not installed\n")
    quit(status = 77)
}
library(ncdf4)
folder <- tempfile()
said <- system2(arguments[1], c("export", shQuote(arguments[2]), "-q", "-o", shQuote(folder)), stdout = TRUE)
stopifnot(is.null(attr(said, "status")))

undo <- function(text) sub("^'", "", text)
table_of <- function(name, texts) {
    rows <- read.csv(file.path(folder, paste0(name, ".csv")), encoding = "UTF-8", na.strings = "", check.names = FALSE,
                     colClasses = setNames(rep("character", length(texts)), texts))
    for (column in texts) rows[[column]] <- undo(ifelse(is.na(rows[[column]]), "", rows[[column]]))
    rows
}
file <- nc_open(arguments[2])
designs <- as.vector(ncvar_get(file, "design"))
sites <- as.vector(ncvar_get(file, "site"))
measures <- table_of("measures", c("measure", "title", "unit", "meaning", "source", "better", "kind", "of", "over_sites", "bins"))
compared <- 0
for (name in c("runs_by_site", "courses", "histograms")) {
    if (!file.exists(file.path(folder, paste0(name, ".csv")))) next
    rows <- table_of(name, c("design", "site", "measure"))
    for (measure in unique(rows$measure)) {
        some <- rows[rows$measure == measure, ]
        facts <- measures[measures$measure == measure, ]
        # R turns dimensions around: [last, site, replication, design]
        values <- ncvar_get(file, measure, collapse_degen = FALSE)
        last <- if (name == "courses") match(some$time, ncvar_get(file, "time")) else
                if (name == "histograms") match(some$bin, ncvar_get(file, facts$bins)) else NULL
        site <- if (facts$of == "site") match(some$site, sites) else NULL
        at <- cbind(last, site, some$replication, match(some$design, designs))
        expected <- values[at]
        expected[is.nan(expected)] <- NA
        # read.csv may miss the last bit of a number with 16 or 17 digits.
        off <- abs(some$value - expected) > 4 * .Machine$double.eps * abs(expected)
        stopifnot(!anyNA(at), identical(is.na(some$value), is.na(expected)), !any(off, na.rm = TRUE))
        compared <- compared + nrow(some)
    }
}
cat(compared, "values are the same\n")
stopifnot(compared > 50)
