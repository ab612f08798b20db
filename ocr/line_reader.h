// Reads the picture of one line with the engines there are.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "ocr/figure_book.h"
#include "ocr/figure_census.h"
#include "ocr/name_book.h"
#include "ocr/ppocr.h"
#include "ocr/tesseract.h"

namespace juesuan {

class LineReader {
 public:
  // `ppocr`: the first reader; none: Tesseract reads alone.
  explicit LineReader(std::optional<Ppocr> ppocr);

  // A document's pages are read in their order, and what they read as depends on nothing else.
  void StartDocument();
  void StartPage();

  // The readings of `line` (CutLine), the believed one first; none if no engine sees text. A figure
  // of shapes that were read before in this document is not read again (ocr/figure_book.h), nor is
  // a name (ocr/name_book.h). A second engine is asked where the first is in doubt about a number.
  // Equal pictures are read once. Errors: of the engines.
  Result<std::vector<Reading>> Read(const Raster& line);

  // When all lines of a page have been read: puts a figure of Tesseract's alone right by what the
  // document's figures together say (ocr/figure_census.h), and a name it was in doubt of by what
  // was learnt since. A figure put right is in doubt.
  void Settle(const Raster& line, std::vector<Reading>* readings) const;

  // What the first engine alone reads, without what was learnt of other lines; an empty text if it
  // sees none. Errors: of the engine.
  Result<Reading> ReadByFirst(const Raster& line);

  // The second engine's readings alone, of what is surely a number. Errors: of the engine.
  Result<std::vector<Reading>> ReadNumberBySecond(const Raster& line) {
    return ReadNumberByTesseract(line);
  }

  // The engine whose word is taken first.
  Reader First() const { return ppocr_ ? Reader::kPpocr : Reader::kTesseract; }

 private:
  Result<std::vector<Reading>> ReadByEngines(const Raster& line);
  Result<std::vector<Reading>> ReadByPpocr(const Raster& line);
  Result<Reading> ReadByPpocrSqueezed(const Raster& line);
  Result<Reading> ReadByPpocrScaled(const Raster& line, int height, double squeeze);
  Result<Reading> ReadByPpocrInParts(const Raster& scaled);
  Result<std::vector<Reading>> ReadByTesseract(const Raster& line);
  Result<std::vector<Reading>> ReadNumberByTesseract(const Raster& line);
  Result<Reading> ReadByChinese(const Raster& line);
  Result<Reading> AskTesseract(const Raster& line, TesseractLanguage language,
                               TesseractLine how = TesseractLine::kFound);

  std::optional<Ppocr> ppocr_;
  FigureBook page_book_, document_book_;
  NameBook names_;       // of the document
  FigureCensus census_;  // of the document, without PP-OCR
  std::optional<Tesseract> chinese_, english_;
  // By the picture's hash.
  std::unordered_map<std::string, std::vector<Reading>> known_;
  std::unordered_map<std::string, Reading> known_first_;  // of this page
};

}  // namespace juesuan
