#include "program/scenario_page.h"

#include <stdio.h>
#include <string.h>

#include "base/roff.h"
#include "models/experiment/experiment.h"
#include "program/library.h"
#include "program/version.h"
#include "scenario/explain.h"

enum { LARGEST_EXAMPLE = 64 * 1024 };

static const struct {
    const char *name, *meaning;
} values[] = {
    {"a duration",
     "A number with a unit, or several: 90 min, 1 h 30 min, 0.5 d. Units: us, ms, s, min, h, d, w."},
    {"a rate", "How often: 4 /d, 0.5 /h, 3 per week. Units: /s, /min, /h, /d, /week."},
    {"a share", "5 %, or 0.05."},
    {"a time of day", "19:00, or 7 pm. In quotation marks, since YAML reads 19:00 as a number."},
    {"yes or no", "yes, no, on, off, true or false."},
    {"a list, a map",
     "As YAML has them: [a, b] or a line each with a dash; {key: value} or a line each, indented."},
};

/* The shipped first scenario, or a few lines where the library is not there. */
static void say_example(struct call *call, struct text *out)
{
    struct trouble nobody_hears = {0};
    const char *library = library_folder(&call->arena, &nobody_hears);
    trouble_free(&nobody_hears);
    FILE *file =
        library == NULL ? NULL : fopen(arena_print(&call->arena, "%s/first-scenario.yaml", library), "re");
    char *example = arena_take(&call->arena, LARGEST_EXAMPLE + 1, 1);
    size_t length = file == NULL ? 0 : fread(example, 1, LARGEST_EXAMPLE, file);
    if (file != NULL)
        fclose(file);
    if (length == 0)
        return;
    text_say(out, ".SH EXAMPLE\n.nf\n");
    roff_text(out, example);
    text_say(out, ".fi\n");
}

void scenario_page(struct call *call, struct text *out)
{
    text_print(out, ".TH GROUNDSWELL\\-SCENARIO 5 \"\" \"Groundswell %s\"\n.SH NAME\n", version_number());
    text_say(out, "groundswell\\-scenario \\- scenario files of groundswell\n.SH DESCRIPTION\n"
                  "A scenario is a YAML file: what happens where, for how long, with how many people, and "
                  "which designs are compared. "
                  "What is left out has its default. A key that is not known, a number without its unit, or "
                  "one out of its range is "
                  "refused, with its place;\n.B groundswell check\ntells all mistakes at once. Any setting "
                  "can be laid over on the command line:\n.B "
                  "\\-\\-set people.attendance=\"40 %\"\nA design may change any setting that is not one for "
                  "the whole scenario.\n"
                  ".SH VALUES\n");
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        roff_item(out, values[i].name, values[i].meaning);
    say_example(call, out);
    explain_roff(scenario_settings_table(&call->arena), "SETTINGS", out);
    text_say(out, ".SH METHOD FILES\nA method that a calendar holds is a file of the same kind, beside the "
                  "scenario or in the library:\n.B "
                  "groundswell methods\nlists them.\n");
    explain_roff(method_settings_table(&call->arena), "SETTINGS OF A METHOD", out);
    text_say(out, ".SH SEE ALSO\n.BR groundswell (1)\n");
}
