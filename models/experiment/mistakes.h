/* Which mistakes of a file were told already, so that none is told twice. */
#ifndef MODELS_EXPERIMENT_MISTAKES_H
#define MODELS_EXPERIMENT_MISTAKES_H

#include "base/trouble.h"
#include "scenario/node.h"

/* Whether anything was told of the node or of what stands in it. */
bool told_about(const struct trouble *trouble, const struct node *node);

#endif
