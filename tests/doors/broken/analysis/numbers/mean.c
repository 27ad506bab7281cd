#include "analysis/report/report.h"
