# check.R FILE: the sample in R. Ends with 77 when ncdf4 is not installed. R turns dimensions around.
if (!requireNamespace("ncdf4", quietly = TRUE)) {
    cat("skipped: the package ncdf4 is not installed\n")
    quit(status = 77)
}
suppressMessages(library(ncdf4))
file <- nc_open(commandArgs(trailingOnly = TRUE)[1])

same <- function(got, wanted, what) {
    got <- as.vector(got)
    if (is.numeric(wanted)) got[is.nan(got)] <- NA
    if (!isTRUE(all.equal(got, wanted, tolerance = 0))) {
        cat(what, ": got ", head(got, 12), ", expected ", head(wanted, 12), "\n", sep = " ")
        quit(status = 1)
    }
}

number <- function(measure, variant, design, replication, site, index) {
    value <- 1e5 * measure + 1e4 * variant + 1e3 * design + 100 * replication + 10 * site + index + 0.5
    value[replication >= c(4, 2, 3)[variant + 1]] <- NA
    value[measure == 1 & site == 1 & index == 2] <- NA
    value
}
# The last dimension of the file runs fastest.
cells <- function(measure, variants, length, sites = 0:1) {
    at <- expand.grid(index = seq_len(length) - 1, site = sites, replication = 0:3, design = 0:2, variant = variants)
    number(measure, at$variant, at$design, at$replication, at$site, at$index)
}

same(names(file$dim)[1:7], c("design", "replication", "site", "time", "circle_size", "proposal", "spark"), "dimensions")
same(ncvar_get(file, "decided"), cells(0, 0, 1), "decided")
same(ncvar_get(file, "backlog"), cells(1, 0, 5), "backlog")
same(ncvar_get(file, "agreement"), cells(2, 0, 1), "agreement")
same(ncvar_get(file, "circles"), cells(3, 0, 6), "circles")
same(ncvar_get(file, "variants/decided"), cells(0, 0:2, 1), "variants/decided")
same(ncvar_get(file, "time_to_unity"), cells(5, 0, 1, 0), "time_to_unity")
same(ncvar_get(file, "integration"), cells(6, 0, 5, 0), "integration")
same(ncvar_get(file, "distances"), cells(7, 0, 6, 0), "distances")
same(ncvar_get(file, "variants/time_to_unity"), cells(5, 0:2, 1, 0), "variants/time_to_unity")
same(dim(ncvar_get(file, "integration")), c(5L, 4L, 3L), "shape of integration")
same(dim(ncvar_get(file, "backlog")), c(5L, 2L, 4L, 3L), "shape of backlog")
same(ncvar_get(file, "time"), c(0, 0.25, 0.5, 1, 30), "time")
same(ncvar_get(file, "design"), c("assembly only", "with \"open\" space\nand a line", "\U1f331 bad \ufffd byte"), "design")
same(ncvar_get(file, "site"), c("Liberty Plaza", ""), "site")
same(ncvar_get(file, "variants/axis_text"), c("", "", "4", "", "", "many"), "axis_text")
same(ncvar_get(file, "proposal_visits"), c(1, 2, NA, 4, 5, NA, 7, 8, NA, 10, 11, NA), "proposal_visits")
same(ncvar_get(file, "proposal_fate"), rep(c(1, 1, NA), 4), "proposal_fate")
same(ncvar_get(file, "proposal_design"), rep(c(1, 2, 2), 4), "proposal_design")
same(length(ncvar_get(file, "spark_reach")), 0L, "spark_reach")
same(ncatt_get(file, "decided", "units")$value, "h-1", "units")
same(ncatt_get(file, "decided", "better")$value, "more", "better")
same(ncatt_get(file, "proposal_fate", "flag_meanings")$value, "open passed failed", "flag_meanings")
same(ncatt_get(file, 0, "title")$value, "A \"title\"\nof two lines, \u6625", "title")
same(ncatt_get(file, 0, "question")$value, "", "question")
same(ncatt_get(file, 0, "seed")$value, "18446744073709551615", "seed")
same(ncvar_get(file, "provenance/scenario_text"), "title: A\n# caf\u00e9, \ufffd is not UTF-8\n", "scenario_text")
same(ncvar_get(file, "provenance/method_text"), c("title: Assembly\nstages:\n  - {do: converse, lasts: 1 h}\n",
    "title: \"Ours\"\n# \\ caf\u00e9, \ufffd is not UTF-8\n"), "method_text")
same(ncvar_get(file, "provenance/setting_value"), c("300", "40", "\u00e9t\u00e9 \"?\""), "setting_value")
nc_close(file)
