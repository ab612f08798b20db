#include "ingest/painted_page.h"

#include <algorithm>
#include <tuple>

namespace juesuan {
namespace {

bool SkipsStyled(const std::vector<SkipRules::Styled>& rules, const PaintStyle& style,
                 Point centre) {
  return std::any_of(rules.begin(), rules.end(), [&](const SkipRules::Styled& rule) {
    return rule.style == style && rule.area.Contains(centre);
  });
}

}  // namespace

bool PaintStyle::operator<(const PaintStyle& o) const {
  return std::tie(angle, half_points, colour, opacity) <
         std::tie(o.angle, o.half_points, o.colour, o.opacity);
}

double PaintStyle::Lightness() const {
  const double red = (colour >> 16 & 0xff) / 255.0;
  const double green = (colour >> 8 & 0xff) / 255.0;
  const double blue = (colour & 0xff) / 255.0;
  const double ink = 1 - (0.299 * red + 0.587 * green + 0.114 * blue);
  return 1 - ink * opacity / 100.0;
}

bool SkipRules::SkipsNest(const Nest& nest) const {
  if (artifacts && nest.artifact) return true;
  return std::any_of(nest.forms.begin(), nest.forms.end(),
                     [&](int form) { return forms.count(form) > 0; });
}

bool SkipRules::SkipsText(const PaintStyle& style, Point centre) const {
  return SkipsStyled(texts, style, centre);
}

bool SkipRules::SkipsPath(const PaintStyle& style, Point centre) const {
  return SkipsStyled(paths, style, centre);
}

}  // namespace juesuan
