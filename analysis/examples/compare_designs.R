# Compares two designs of a results file, run by run, and draws how the proposals that wait grow.
#
#     Rscript compare_designs.R camp.h5 camp-csv figure.png
#
# camp.h5 is what `groundswell run` writes; camp-csv is the folder that `groundswell export camp.h5 -o camp-csv` writes. Needs ncdf4 and ggplot2.
# The two ways give the same numbers: take the one that you like better.
library(ncdf4)
library(ggplot2)
arguments <- commandArgs(trailingOnly = TRUE)

# --- from the results file: R turns dimensions around, [site, replication, design] ---
file <- nc_open(arguments[1])
designs <- as.vector(ncvar_get(file, "design"))
headline <- ncatt_get(file, 0, "headline")$value
values <- ncvar_get(file, headline, collapse_degen = FALSE)
# What grows as time passes is added up over the sites; of all else it is the mean.
over_sites <- if (grepl("time: sum", ncatt_get(file, headline, "cell_methods")$value)) sum else mean
by_run <- if (length(dim(values)) == 3) apply(values, c(2, 3), over_sites) else values
# Replication i of both designs has the same people and luck: compare in pairs.
difference <- by_run[, 2] - by_run[, 1]

# --- from the export: one row a value; text cells that begin with an apostrophe have one too many ---
table_of <- function(name) {
    rows <- read.csv(file.path(arguments[2], paste0(name, ".csv")), encoding = "UTF-8", na.strings = "")
    for (column in names(rows)) if (is.character(rows[[column]])) rows[[column]] <- sub("^'", "", rows[[column]])
    rows
}
rows <- subset(table_of("runs"), measure == headline)
wide <- reshape(rows[c("design", "replication", "value")], idvar = "replication", timevar = "design", direction = "wide")
stopifnot(all.equal(wide[[paste0("value.", designs[2])]] - wide[[paste0("value.", designs[1])]], difference))

test <- t.test(difference)
cat(sprintf("%s: “%s” minus “%s” is %.3g (95 %% range %.3g to %.3g) in %d paired runs\n", headline, designs[2], designs[1],
            test$estimate, test$conf.int[1], test$conf.int[2], sum(!is.na(difference))))

# --- one figure: the middle and the middle half of all runs over time ---
waiting <- subset(table_of("courses"), measure == "backlog_at" & design %in% designs[1:2])
waiting <- aggregate(value ~ design + replication + time, waiting, sum) # over the sites
quarters <- aggregate(value ~ design + time, waiting, function(x) quantile(x, c(.25, .5, .75)))
quarters <- cbind(quarters[c("design", "time")], setNames(as.data.frame(quarters$value), c("low", "middle", "high")))
figure <- ggplot(quarters, aes(time, middle, colour = design, fill = design)) +
    geom_ribbon(aes(ymin = low, ymax = high), alpha = .25, colour = NA) + geom_line() +
    labs(x = "days", y = "open proposals", title = ncatt_get(file, 0, "title")$value, colour = NULL, fill = NULL) +
    scale_colour_manual(values = c("#0072B2", "#D55E00"), aesthetics = c("colour", "fill")) +
    theme_minimal() + theme(legend.position = "top")
ggsave(arguments[3], figure, width = 7, height = 4, dpi = 150, bg = "white")
