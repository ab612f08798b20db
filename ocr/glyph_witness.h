// What pictures said of the characters of a document's fonts.
#pragma once

#include <map>
#include <set>
#include <string>

#include "ocr/layer_runs.h"

namespace juesuan {

// Counts, for every font and character code, how often the picture showed what the layer says, and
// how often something else. A code that is contradicted lies wherever it stands.
class GlyphWitness {
 public:
  // `seen`: what was read in the picture of `run`; "" if nothing stands there.
  void Compare(const LayerRun& run, const std::string& seen);

  // Whether nothing more can be learnt of it: its looks agree with the layer and nothing speaks
  // against it, or it was looked at often enough.
  bool IsSettled(const GlyphKey& key) const;

  // The codes that lie: contradicted, or such as never agreed though they ought to be figures.
  std::set<GlyphKey> Liars() const;

 private:
  struct Count {
    int agreed = 0, contradicted = 0, looked = 0;
    bool figure = false;  // the layer or the picture says that it is a character of figures
  };
  std::map<GlyphKey, Count> counts_;
};

// How alike two stretches of text are, 0…1: the share of characters that need no edit.
double Likeness(const std::string& a, const std::string& b);

}  // namespace juesuan
