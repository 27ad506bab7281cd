#include "program/commands.h"

extern const struct command command_demo, command_run, command_compare, command_report, command_plot,
    command_summary, command_export, command_check, command_explain, command_methods, command_new,
    command_resume, command_merge, command_extend, command_week, command_follow, command_page,
    command_observe, command_record, command_schema, command_cite, command_complete, command_help;

static const struct command *const commands[] = {
    &command_demo,    &command_run,    &command_compare, &command_report,   &command_plot,   &command_week,
    &command_follow,  &command_page,   &command_summary, &command_export,   &command_check,  &command_explain,
    &command_methods, &command_new,    &command_resume,  &command_merge,    &command_extend, &command_observe,
    &command_record,  &command_schema, &command_cite,    &command_complete, &command_help,
};

const struct command_list all_commands = {commands, sizeof commands / sizeof commands[0]};
