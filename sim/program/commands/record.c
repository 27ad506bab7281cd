#include <string.h>

#include "base/destination.h"
#include "base/shell.h"
#include "program/command.h"
#include "program/complain.h"
#include "program/library.h"
#include "program/minutes_scenario.h"

static const double usual_confidence = 0.95;

static enum status read_minutes(struct call *call, struct minutes_told *told, struct trouble *unused)
{
    const char *path = call->arguments[0];
    const char *library = library_folder(&call->arena, &call->trouble);
    if (library == NULL)
        return trouble_status(&call->trouble);
    const char *data = arena_print(&call->arena, "%s/data/minutes.yml", library);
    const struct minutes_words *words = minutes_words_read(data, &call->arena, &call->trouble);
    told->words = words == NULL ? NULL : node_read_file(data, &call->arena, &call->trouble);
    if (told->words == NULL)
        return trouble_status(&call->trouble);
    inputs_note(&call->inputs, path);
    told->minutes = minutes_read_file(path, words, &call->arena, &call->trouble, unused);
    if (told->minutes == NULL)
        return trouble_status(&call->trouble);
    told->confidence = call->options.confidence > 0 ? call->options.confidence : usual_confidence;
    told->load = minutes_load(told->minutes, told->confidence);
    told->found = minutes_found(told->minutes, told->confidence, &call->arena);
    told->unused = unused;
    return STATUS_FINE;
}

static enum status write_all(struct call *call, const struct destination *destination,
                             const struct text *scenario)
{
    if (destination == NULL) {
        text_add(&call->out, scenario->bytes, scenario->length);
        return STATUS_FINE;
    }
    enum status status =
        destination_write(destination, scenario->bytes, scenario->length, NULL, &call->trouble);
    if (status != STATUS_FINE)
        return status;
    struct text word = {0};
    shell_path(&word, destination->named);
    text_print(&call->out, "%s: read it, then  groundswell check %s  and  groundswell run %s\n", word.bytes,
               word.bytes, word.bytes);
    text_free(&word);
    return STATUS_FINE;
}

static enum status record_run(struct call *call)
{
    struct minutes_told told = {0};
    struct trouble unused = {0};
    struct text scenario = {0};
    struct destination destination = {0};
    const char *target = call->options.output, *onto = call->options.onto;
    enum status status = STATUS_FINE;
    /* Nobody waits in vain: the name is looked at first. */
    if (target != NULL)
        status = destination_find(target, MADE_SCENARIO, &call->inputs, &destination, &call->trouble);
    if (status == STATUS_FINE)
        status = read_minutes(call, &told, &unused);
    if (status == STATUS_FINE)
        status = onto != NULL ? minutes_onto_write(call, &told, onto, &scenario, &unused)
                              : minutes_scenario_write(call, &told, &scenario);
    if (status == STATUS_FINE)
        status = write_all(call, target == NULL ? NULL : &destination, &scenario);
    if (status == STATUS_FINE && call->options.noise != NOISE_QUIET)
        complain(&unused, &call->screen);
    trouble_free(&unused);
    text_free(&scenario);
    destination_free(&destination);
    return status;
}

const struct command command_record = {
    .name = "record",
    .arguments = "MINUTES.csv",
    .summary = "make a scenario of the minutes of your assemblies",
    .detail =
        "The table has a row for each hearing of a proposal, and some of the columns date, item, outcome, "
        "minutes, present and amendments, in any order. Printed is a scenario: what the minutes say, each "
        "number with its range (95 % unless --confidence says otherwise); how much comes in; and a fit, so "
        "that `run` and `compare` say which plausible worlds agree with the minutes. With --onto it is your "
        "own scenario with these numbers. What could not be used is said with its line, and what a missing "
        "column leaves unsaid is a comment. --output never writes over a file.",
    .accepts = (const int[]){OPTION_OUTPUT, OPTION_ONTO, OPTION_CONFIDENCE, OPTION_QUIET, OPTION_HELP, 0},
    .least = 1,
    .most = 1,
    .work = WORK_QUICK,
    .prints = PRINTS_A_FILE,
    .run = record_run,
};
