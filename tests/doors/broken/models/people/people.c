#include "base/require.h"
#include "gathering/gathering.h"
#include "random/draw.h"
