/* The scripts of the shells (completion.h). Each asks the program for the words of the line so far. */
#include "program/completion.h"

#include <string.h>

const char *const completion_shells[] = {"bash", "zsh", "fish", NULL};

/* Bash splits words at `=`; they are put together again, and of what comes back only the part after the last
 * `=` of the word is given, since that is what bash replaces. */
static const char bash[] =
    "# bash completion for groundswell; to use it now: source <(groundswell help --completion)\n"
    "_groundswell() {\n"
    "    local words=() word line files= open=\n"
    "    local i part joined=\n"
    "    for ((i = 1; i <= COMP_CWORD; i++)); do\n"
    "        part=${COMP_WORDS[i]}\n"
    "        if [[ -n $joined || $part == '=' ]] && ((${#words[@]})); then\n"
    "            words[-1]+=$part\n"
    "            joined=\n"
    "            [[ $part == '=' ]] && joined=1\n"
    "        else\n"
    "            words+=(\"$part\")\n"
    "        fi\n"
    "    done\n"
    "    ((${#words[@]})) || words=('')\n"
    "    for i in \"${!words[@]}\"; do # as the program will see them, without quotes and backslashes\n"
    "        word=${words[i]}\n"
    "        case $word in\n"
    "        [\\\"\\']*) open=${word:0:1} word=${word:1} word=${word%\"$open\"} ;;\n"
    "        *) word=${word//\\\\/} ;;\n"
    "        esac\n"
    "        words[i]=$word\n"
    "    done\n"
    "    [[ ${COMP_WORDS[COMP_CWORD]-} == [\\\"\\']* ]] || open=\n"
    "    local before=${words[-1]%\"${words[-1]##*=}\"}\n"
    "    COMPREPLY=()\n"
    "    while IFS= read -r line; do\n"
    "        if [[ $line == :files ]]; then\n"
    "            files=1\n"
    "            continue\n"
    "        fi\n"
    "        word=${line%%$'\\t'*} word=${word#\"$before\"}\n"
    "        [[ -n $open ]] || printf -v word %q \"$word\"\n"
    "        [[ $word == *\\\\= ]] && word=${word%\\\\=}=\n"
    "        COMPREPLY+=(\"$word\")\n"
    "    done < <(\"${COMP_WORDS[0]}\" complete -- \"${words[@]}\" 2>/dev/null)\n"
    "    if [[ -n $files ]]; then\n"
    "        compopt -o filenames 2>/dev/null\n"
    "        while IFS= read -r line; do COMPREPLY+=(\"$line\"); done < <(compgen -f -- "
    "\"${words[-1]##*=}\")\n"
    "    fi\n"
    "    [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null\n"
    "    return 0\n"
    "}\n"
    "complete -F _groundswell groundswell\n";

static const char zsh[] = "#compdef groundswell\n"
                          "# zsh completion for groundswell\n"
                          "_groundswell() {\n"
                          "    local -a plain plain_said open open_said\n"
                          "    local line word said files=\n"
                          "    for line in ${(f)\"$(command \"${(Q)words[1]}\" complete -- "
                          "\"${(@Q)words[2,CURRENT-1]}\" \"${(Q)PREFIX}\" 2>/dev/null)\"}; do\n"
                          "        if [[ $line == :files ]]; then\n"
                          "            files=1\n"
                          "            continue\n"
                          "        fi\n"
                          "        word=${line%%$'\\t'*} said=${line#*$'\\t'}\n"
                          "        [[ $said == $word ]] || said=\"$word  -- $said\"\n"
                          "        if [[ $word == *= ]]; then\n"
                          "            open+=(\"$word\") open_said+=(\"$said\")\n"
                          "        else\n"
                          "            plain+=(\"$word\") plain_said+=(\"$said\")\n"
                          "        fi\n"
                          "    done\n"
                          "    (( $#plain )) && compadd -l -d plain_said -a plain\n"
                          "    (( $#open )) && compadd -l -S '' -d open_said -a open\n"
                          "    [[ -z $files ]] || _files\n"
                          "}\n"
                          "if [[ $funcstack[1] == _groundswell ]]; then\n"
                          "    _groundswell \"$@\"\n"
                          "else\n"
                          "    compdef _groundswell groundswell\n"
                          "fi\n";

static const char fish[] = "# fish completion for groundswell\n"
                           "function __groundswell_words\n"
                           "    set -l words (commandline -opc) (commandline -ct)\n"
                           "    for line in (command $words[1] complete -- $words[2..-1] 2>/dev/null)\n"
                           "        if test \"$line\" = :files\n"
                           "            __fish_complete_path (commandline -ct)\n"
                           "        else\n"
                           "            echo $line\n"
                           "        end\n"
                           "    end\n"
                           "end\n"
                           "complete -c groundswell -f -a '(__groundswell_words)'\n";

bool completion_script(const char *shell, struct text *out)
{
    static const struct {
        const char *shell, *script;
    } scripts[] = {{"", bash}, {"bash", bash}, {"zsh", zsh}, {"fish", fish}};
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
        if (strcmp(scripts[i].shell, shell) == 0) {
            text_say(out, scripts[i].script);
            return true;
        }
    return false;
}
