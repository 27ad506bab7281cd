#include "program/completion.h"

static enum status complete_run(struct call *call)
{
    completion_words(call, call->arguments, call->argument_count);
    return STATUS_FINE;
}

/* For the scripts of the shells, which `groundswell help --completion` prints; no part of the help. */
const struct command command_complete = {
    .name = "complete",
    .arguments = "[WORD...]",
    .summary = "tell a shell what a word could become",
    .detail = "For the scripts that `groundswell help --completion` prints. Words after -- are those of the "
              "line so far.",
    .accepts = (const int[]){OPTION_HELP, 0},
    .least = 0,
    .most = ANY_NUMBER,
    .work = WORK_QUICK,
    .prints = PRINTS_FOR_SHELLS,
    .run = complete_run,
};
