/* The number of this mechanism. Given once and never again (numbering.h). It draws nothing. */
#ifndef FOLLOW_NUMBERS_H
#define FOLLOW_NUMBERS_H

enum { FOLLOW_NUMBER = 19 };

#endif
