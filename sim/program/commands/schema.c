#include <string.h>

#include "base/destination.h"
#include "models/experiment/experiment.h"
#include "models/observed/observed.h"
#include "program/command.h"
#include "scenario/explain.h"

static enum status schema_run(struct call *call)
{
    const char *kind = call->argument_count == 0 ? "scenario" : call->arguments[0];
    struct text schema = {0};
    if (strcmp(kind, "scenario") == 0)
        schema_write(scenario_settings_table(&call->arena), "Groundswell scenario", &schema);
    else if (strcmp(kind, "method") == 0)
        schema_write(method_settings_table(&call->arena), "Groundswell method", &schema);
    else if (strcmp(kind, "observed") == 0)
        schema_write(observed_sections, "Groundswell observed movement", &schema);
    else
        return call_trouble(call, STATUS_USAGE,
                            "there are schemas of scenario, method and observed files, none of `%s`", kind);
    enum status status = STATUS_FINE;
    if (call->options.output != NULL)
        status = destination_put(call->options.output, MADE_SCHEMA, NULL, schema.bytes, schema.length,
                                 &call->trouble);
    else
        text_add(&call->out, schema.bytes, schema.length);
    text_free(&schema);
    return status;
}

const struct command command_schema = {
    .name = "schema",
    .arguments = "[scenario|method|observed]",
    .summary = "print the JSON Schema of scenario, method or observed files, for editors",
    .detail = "",
    .accepts = (const int[]){OPTION_OUTPUT, OPTION_HELP, 0},
    .least = 0,
    .most = 1,
    .work = WORK_QUICK,
    .prints = PRINTS_A_FILE,
    .run = schema_run,
};
