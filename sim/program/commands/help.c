#include "program/completion.h"
#include "program/manual.h"
#include "program/scenario_page.h"

#include <string.h>

static enum status help_run(struct call *call)
{
    if (call->options.form == FORM_COMPLETION) {
        const char *shell = call->argument_count == 0 ? "" : call->arguments[0];
        if (completion_script(shell, &call->out))
            return STATUS_FINE;
        call_trouble(call, STATUS_USAGE, "there is no completion for `%s`", shell);
        trouble_hint(&call->trouble,
                     "there is one for bash, zsh and fish, as in `groundswell help --completion zsh`");
        return STATUS_USAGE;
    }
    const struct command *command = NULL;
    if (call->options.form == FORM_MAN && call->argument_count == 1 &&
        strcmp(call->arguments[0], "scenario") == 0) {
        scenario_page(call, &call->out);
        return STATUS_FINE;
    }
    if (call->argument_count == 1) {
        command = command_named(call->commands, call->arguments[0]);
        if (command == NULL)
            return command_unknown(call->commands, call->arguments[0], &call->trouble);
    }
    if (call->options.form == FORM_MAN)
        manual_roff(call->commands, command, &call->out);
    else if (command != NULL)
        manual_command(command, &call->out);
    else
        manual_overview(call->commands, &call->out);
    return STATUS_FINE;
}

const struct command command_help = {
    .name = "help",
    .arguments = "[COMMAND|SHELL|scenario]",
    .summary = "explain a command",
    .detail = "With --man, prints a manual page for man(1): groundswell help --man | man -l -; groundswell "
              "help --man scenario, that of scenario files. With "
              "--completion, prints the completion script for "
              "SHELL: bash, zsh or fish.",
    .accepts = (const int[]){OPTION_MAN, OPTION_COMPLETION, OPTION_HELP, 0},
    .least = 0,
    .most = 1,
    .work = WORK_QUICK,
    .run = help_run,
};
