/* The numbers of this mechanism. Nothing of it is drawn, and nothing of it happens at an instant of its own.
 */
#ifndef TIES_NUMBERS_H
#define TIES_NUMBERS_H

enum { TIES_NUMBER = 24 };

#endif
