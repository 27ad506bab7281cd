#include "analysis/export/export.h"

#include <string.h>

#include "base/shell.h"
#include "program/carry_out.h"
#include "program/watch.h"

static const char *usual_folder(const char *name, struct arena *arena)
{
    const char *file = usual_target(name, arena);
    return arena_print(arena, "%.*s-csv", (int)(strlen(file) - strlen(".h5")), file);
}

static bool stopped(const void *watch)
{
    return watch_asked_to_stop(watch);
}

static enum status say_interrupted(struct call *call)
{
    call_trouble(call, STATUS_INTERRUPTED, "stopped; nothing is left of the export");
    trouble_hint(&call->trouble, "the results file is as it was: export it again");
    return STATUS_INTERRUPTED;
}

static void say_done(struct call *call, const char *folder, const struct export_done *done)
{
    struct text word = {0};
    shell_path(&word, folder);
    text_print(&call->out, "%s: %zu table%s with %llu row%s, described in csv-metadata.json\n", word.bytes,
               done->tables, done->tables == 1 ? "" : "s", (unsigned long long)done->rows,
               done->rows == 1 ? "" : "s");
    text_free(&word);
}

static enum status export_run(struct call *call)
{
    const char *name = call->arguments[0];
    struct results *results = results_open(name, &call->trouble);
    if (results == NULL)
        return trouble_status(&call->trouble);
    const char *folder = call->options.output;
    if (folder == NULL)
        folder = usual_folder(name, &call->arena);
    carry_out_watch(call);
    const struct export_request request = {
        .directory = folder,
        .tables = call->options.tables,
        .table_count = call->options.table_count,
        .stopped = stopped,
        .asker = call->watch,
    };
    struct export_done done;
    enum status status = export_write(results, &request, &done, &call->trouble);
    watch_end(call->watch);
    call->watch = NULL;
    results_close(results);
    if (status == STATUS_FINE)
        say_done(call, folder, &done);
    else if (status == STATUS_INTERRUPTED)
        return say_interrupted(call);
    return status;
}

const struct command command_export = {
    .name = "export",
    .arguments = "FILE.h5",
    .summary = "write the results as CSV tables",
    .detail = "One CSV file a table (RFC 4180, UTF-8) in the folder given by --output, or in FILE-csv here, "
              "in long form: one row a "
              "value. Measures of the runs, of each site and over time; proposals, events and whatever else "
              "the runs noted; "
              "other settings and plausible worlds; settings, methods and measures with unit and source. "
              "csv-metadata.json "
              "describes every column (CSV on the Web). What is missing is empty; numbers read back as the "
              "same numbers. A "
              "text that a spreadsheet would take for a formula has one apostrophe more in front. The folder "
              "appears when all of it is "
              "there; one that is there is only replaced when it is empty or an earlier export.",
    .accepts = (const int[]){OPTION_OUTPUT, OPTION_TABLE, OPTION_QUIET, OPTION_HELP, 0},
    .least = 1,
    .most = 1,
    .work = WORK_QUICK,
    .run = export_run,
};
