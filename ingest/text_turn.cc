#include "ingest/text_turn.h"

#include <algorithm>

namespace juesuan {

int TurnOfText(const Page& page) {
  size_t count[4] = {0, 0, 0, 0};
  for (const Glyph& glyph : page.glyphs) {
    if (glyph.text == " " || glyph.render_mode == 3) continue;
    const int quarter = (glyph.angle + 10) / 90 % 4;
    if ((glyph.angle + 10) % 90 <= 20) ++count[quarter];
  }
  const auto most = std::max_element(count, count + 4) - count;
  return (360 - 90 * static_cast<int>(most)) % 360;
}

}  // namespace juesuan
