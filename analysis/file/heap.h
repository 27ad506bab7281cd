/* Memory for reading a large file, which is unpacked in pieces of about a megabyte.
 *
 * Left alone, the C library gives each piece back to the system and asks for the next one anew, page by page:
 * a fifth of the time of a report.
 */
#ifndef ANALYSIS_HEAP_H
#define ANALYSIS_HEAP_H

/* From now on this process keeps what it frees, and some pieces lie on large pages. It is only advice: where
 * the C library or the system knows nothing of it, nothing changes. */
void heap_keep_pieces(void);

#endif
