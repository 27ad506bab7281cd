#include "program/command.h"

static enum status follow_run(struct call *call)
{
    return call_trouble(call, STATUS_USAGE, "not yet");
}

const struct command command_follow = {
    .name = "follow",
    .arguments = "SCENARIO|FILE.h5",
    .summary = "follow one session as it happened",
    .detail = "",
    .accepts = (const int[]){OPTION_DESIGN, OPTION_HELP, 0},
    .least = 1,
    .most = 1,
    .work = WORK_RUNS,
    .run = follow_run,
};
