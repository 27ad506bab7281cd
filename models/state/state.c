#include "state/state.h"

#include <math.h>

struct measured not_defined(const char *why)
{
    return (struct measured){NAN, why};
}

struct state_view state_view_of(const struct movement_state *state, struct state_terms terms,
                                struct arena *arena)
{
    struct state_view view = {
        .state = state,
        .terms = terms,
        .links = graph_of(state->group_count, state->links, arena),
        .dependencies = graph_of(state->group_count, state->dependencies, arena),
        .taken = ARENA_NEW(arena, struct state_taken, 1),
        .arena = arena,
    };
    view.components = graph_components(&view.links, arena);
    return view;
}
