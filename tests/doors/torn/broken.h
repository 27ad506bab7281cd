/* Two comments that the formatter tore.
 *
 * The first line of this paragraph is a full one, as a person would write it, and the next is what was left
 * of it;
 * the third continues as if nothing had happened, so a reader stops here and looks for what is missing.
 */
#ifndef DOORS_TORN_BROKEN_H
#define DOORS_TORN_BROKEN_H

/* A comment that begins with text on its first line, and that is nearly as wide as a line may be at the
 * most:
 * it is torn in its second line, just like the one above. */
int torn(void);

#endif
