/* What the table of hosts cannot say. */
#include "checking.h"
#include "hosts/hosts.h"

/* A number that nothing reads is a mistake. A design may switch hosts off, if it says so itself. */
static void check_in_vain(const struct checking *checking, const struct node *section)
{
    for (const struct node *given = section->first; given != NULL; given = given->next)
        if (!told_about(checking->trouble, given))
            node_key_trouble(checking->trouble, given, "`%s` is read with `hosts.needed` only", given->key);
}

void hosts_check(const struct checking *checking)
{
    const struct host_settings *settings = checking_settings(checking, &host_section);
    struct node *section = node_at(checking->tree, "hosts");
    if (section == NULL || told_about(checking->trouble, section))
        return;
    if (node_at(section, "needed") == NULL)
        check_in_vain(checking, section);
    else if (settings->needed && settings->novice > settings->skill)
        node_trouble(checking->trouble, section,
                     "those who can host (`skill`) have less skill than all others (`novice`)");
}
