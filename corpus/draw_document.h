// Lays a disclosure out on pages.
#pragma once

#include "corpus/disclosure.h"
#include "corpus/drawing.h"
#include "corpus/look.h"

namespace juesuan {

// Fills in page and box of the disclosure's truth.
Drawing DrawDocument(const Look& look, Disclosure* disclosure);

}  // namespace juesuan
