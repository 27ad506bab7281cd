/* Panels that show plausible worlds by how far a design is from the base in them: a scale of how many times
 * or how much, a line where there is no difference, and who is ahead on which side of it. */
#ifndef ANALYSIS_WORLD_PANELS_H
#define ANALYSIS_WORLD_PANELS_H

#include "analysis/figures/canvas.h"
#include "analysis/numbers/worlds.h"

enum { MOST_PANELS = 12 };

/* One panel: a design. */
struct world_panel {
    const struct worlds_told *told;
    const struct worlds_of_design *one;
    struct scale heights;
    double left, right;
};

/* Whether the file has a sample of worlds, and designs to compare in them. */
bool has_world_sample(const struct results *results);
/* What the file's worlds say of the measure of the figure. NULL with trouble where they cannot be read. */
const struct worlds_told *world_panels_told(struct drawing *drawing, struct trouble *trouble);
size_t world_panels_shown(const struct worlds_told *told);

/* What is drawn of the heights, above all panels: "Proposals decided per hour: how many times “assembly”". */
void world_panels_head(struct drawing *drawing, const struct worlds_told *told);
/* A panel between two heights in px: its name, scale and line. */
struct world_panel world_panel_begin(struct drawing *drawing, const struct worlds_told *told, size_t which,
                                     double bottom, double top);
/* Whether a world has a place in the panel, and its height there. */
bool world_panel_height(const struct world_panel *panel, size_t world, double *height);
/* Whether it is clear there who is ahead. */
bool world_is_clear(const struct world_panel *panel, size_t world);

/* What a factor means, on two lines at most; `before` is said before it. */
void world_panel_say_factor(struct drawing *drawing, const char *before, size_t factor, double y);

/* A colour from that of the least to that of the greatest value of a factor, by its place between 0 and 1. */
unsigned world_colour(double place);

#endif
