/* Work in pieces that several threads do, in any order. No piece may see what another one does, and what they
 * bring is put together so that no order matters: whole numbers are added, or each piece has a place of its
 * own. With one thread, or where only one comes, it does them all.
 */
#ifndef STATE_PIECES_H
#define STATE_PIECES_H

#include <stdint.h>

/* `worker` is below the number of threads: no two pieces with the same one are done at once. */
typedef void piece_work(void *context, uint32_t worker, uint32_t piece);

void pieces_share(uint32_t threads, uint32_t pieces, piece_work *work, void *context);

#endif
