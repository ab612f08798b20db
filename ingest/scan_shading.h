// Shaded cells of a scanned page: headers, rows and totals on a flat grey or dark ground.
#pragma once

#include <vector>

#include "base/geometry.h"
#include "base/raster.h"
#include "ingest/shaded_rows.h"

namespace juesuan {

// Lifts what is shaded to the paper around it: dark print on a light ground keeps its depth, light
// print on a dark ground (reverse type) becomes dark. On a page without shading no pixel is
// changed. The fields that were lifted, top to bottom; two tones make two fields.
// Tones and edges are told by the majority of the pixels of each square of two points, which print
// of either kind never has; a field is wide, flat, and has straight sharp edges, which no mark,
// photograph or shadow has all of. REQUIRES: grey, straightened.
std::vector<ShadedField> LiftShading(Raster* grey);

// Level rulings along the edges of `fields` (EdgesOfShading) on a page that they were lifted from,
// whose rulings are `rulings`.
std::vector<Ruling> EdgesOfShading(const std::vector<ShadedField>& fields,
                                   const std::vector<Ruling>& rulings, const Raster& grey);

// Whether a page, straightened or not, may have such fields: false on nearly every one without.
bool MayBeShaded(const Raster& grey);

}  // namespace juesuan
