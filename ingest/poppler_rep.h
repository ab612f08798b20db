// Inside of PopplerFile, shared by the poppler_*.cc files alone.
#pragma once

#include <map>
#include <memory>

#include <poppler/PDFDoc.h>

#include "ingest/poppler_file.h"

namespace juesuan {

struct PopplerFile::Rep {
  std::string bytes;  // the file; the document reads from here
  std::unique_ptr<PDFDoc> doc;
  std::map<int, double> scales;  // by page number, as far as known; see PopplerFile::ScaleOf
};

// Hides annotations of subtype Watermark from a display pass; the callback of Page::display.
bool ShowsAnnotation(Annot* annotation, void* ignored);

}  // namespace juesuan
