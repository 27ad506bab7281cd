#include <jansson.h>

#include "program/citation.h"
#include "program/source.h"

static void cite(struct call *call, const struct results *results)
{
    const struct citation citation = citation_of(results, &call->arena);
    if (call->options.form == FORM_BIBTEX)
        citation_bibtex(&citation, &call->out);
    else if (call->options.form == FORM_CFF)
        citation_cff(&citation, &call->out);
    else if (call->options.form == FORM_JSON) /* a bibliography of one */
        call_json(call, json_pack("[o]", citation_json(&citation)));
    else
        citation_say(&citation, &call->out);
}

static enum status cite_run(struct call *call)
{
    if (call->argument_count == 0) {
        cite(call, NULL);
        return STATUS_FINE;
    }
    const char *name = call->arguments[0];
    if (!source_is_results(name))
        return call_trouble(call, STATUS_USAGE, "%s is no results file: a scenario has no runs to cite yet",
                            name);
    struct source source;
    enum status status = source_open(call, name, &source);
    if (status != STATUS_FINE)
        return status;
    cite(call, source.results);
    source_close(&source);
    return STATUS_FINE;
}

const struct command command_cite = {
    .name = "cite",
    .arguments = "[FILE.h5]",
    .summary = "print how to cite this program, or the runs of a results file",
    .detail = "Title and authors are those of CITATION.cff, with version and commit of this program. With a "
              "results file, "
              "those of the program that made it, and which scenario, seed and designs they were: who has "
              "the file can make "
              "the same runs again.",
    .accepts = (const int[]){OPTION_BIBTEX, OPTION_CFF, OPTION_JSON, OPTION_HELP, 0},
    .least = 0,
    .most = 1,
    .work = WORK_QUICK,
    .run = cite_run,
};
