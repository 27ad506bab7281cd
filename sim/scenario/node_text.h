/* A tree of nodes as YAML again, for people who copy it into a scenario of theirs. */
#ifndef SCENARIO_NODE_TEXT_H
#define SCENARIO_NODE_TEXT_H

#include "base/text.h"
#include "scenario/node.h"

/* `node` under `key`, with a line end: a map and a list below it in lines of their own, and whatever stands
 * in these on one line. Reads back as the same tree. */
void node_say(const struct node *node, const char *key, struct text *out);

#endif
