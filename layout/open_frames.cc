#include "layout/open_frames.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/text.h"
#include "layout/level_table.h"
#include "layout/text_class.h"

namespace juesuan {
namespace {

constexpr double kEdge = 3;          // points by which words may stand over a frame's ends
constexpr double kSameWidth = 0.02;  // of the width: frames of two pages of one table
constexpr double kSameEnd = 0.015;   // of the width: a ruling and the frame that it closes
constexpr double kFarRow = 2.2;      // of the usual distance of two lines: the table has ended
constexpr double kFirstRow = 4;      // type sizes between the header and the first row, at most
constexpr double kSameType = 1.15;   // of the type size of data: that of its labels
constexpr size_t kFewestHeads = 2;

double MiddleOf(const LevelRow& row) { return (row.y0 + row.y1) / 2; }

bool Overlap(const LevelFrame& frame, double from, double to) {
  return std::min(frame.x1, to) - std::max(frame.x0, from) > kEdge;
}

// The rows of words inside the frame's width, between two heights.
std::vector<LevelRow> RowsBetween(const LevelFrame& frame, const std::vector<LevelWord>& words,
                                  double top, double foot) {
  std::vector<LevelWord> inside;
  for (const LevelWord& word : words) {
    const double y = word.box.Center().y;
    if (y > top && y < foot && word.box.x0 >= frame.x0 - kEdge && word.box.x1 <= frame.x1 + kEdge)
      inside.push_back(word);
  }
  return RowsOfWords(std::move(inside));
}

// 注：…, 说明：…, or a page's number.
bool EndsTable(const LevelRow& row) {
  const std::string first = MatchForm(row.words.front().word->Text());
  for (const char* note : {"注:", "注1", "注.", "说明:", "备注:", "注释:"})
    if (first.rfind(note, 0) == 0) return true;
  return row.words.size() == 1 && IsPageNumber(first);
}

double UsualPitch(const std::vector<LevelRow>& rows) {
  std::vector<double> pitches;
  for (size_t i = 1; i < rows.size(); ++i)
    pitches.push_back(MiddleOf(rows[i]) - MiddleOf(rows[i - 1]));
  if (pitches.empty()) return 0;
  const auto middle = pitches.begin() + static_cast<std::ptrdiff_t>(pitches.size() / 2);
  std::nth_element(pitches.begin(), middle, pitches.end());
  return *middle;
}

bool HasData(const std::vector<LevelRow>& rows) {
  return std::any_of(rows.begin(), rows.end(), [](const LevelRow& row) { return IsData(row); });
}

// The rows from the first on that go on at like distances.
void CutAtGap(std::vector<LevelRow>* rows) {
  const double pitch = UsualPitch(*rows);
  size_t end = 0;
  while (end < rows->size() && !EndsTable((*rows)[end]) &&
         (end == 0 || MiddleOf((*rows)[end]) - MiddleOf((*rows)[end - 1]) <= kFarRow * pitch))
    ++end;
  rows->resize(end);
}

// How far words may go on below `from`: to the next table, or without end.
double NextBelow(const LevelFrame& frame, double from, const std::vector<Ruling>& rulings,
                 const std::vector<Lattice>& lattices) {
  double next = 1e9;
  for (const Ruling& ruling : rulings)
    if (ruling.horizontal && ruling.at > from + kEdge && Overlap(frame, ruling.from, ruling.to))
      next = std::min(next, ruling.at);
  for (const Lattice& lattice : lattices)
    if (lattice.box.y0 > from - kEdge && Overlap(frame, lattice.box.x0, lattice.box.x1))
      next = std::min(next, lattice.box.y0);
  return next;
}

// Whether heads stand between the last two levels, or a lattice that is a ruled header.
bool EndsWithHeader(const LevelFrame& frame, const std::vector<LevelWord>& words,
                    const std::vector<Lattice>& lattices, bool open_top) {
  const size_t n = frame.levels.size();
  if (n < 2 || (open_top && n == 2)) return false;
  const double top = frame.levels[n - 2], foot = frame.levels[n - 1];
  const bool ruled = std::any_of(lattices.begin(), lattices.end(), [&](const Lattice& lattice) {
    return lattice.box.y0 < (top + foot) / 2 && lattice.box.y1 > (top + foot) / 2 &&
           Overlap(frame, lattice.box.x0, lattice.box.x1);
  });
  if (ruled) return false;
  const std::vector<LevelRow> rows = RowsBetween(frame, words, top, foot);
  size_t heads = 0;
  for (const LevelRow& row : rows) heads += row.words.size();
  return heads >= kFewestHeads && !HasData(rows);
}

void CloseEnd(const std::vector<Ruling>& rulings, const std::vector<LevelWord>& words,
              const std::vector<Lattice>& lattices, ClosedFrame* closed) {
  LevelFrame& frame = closed->frame;
  if (!EndsWithHeader(frame, words, lattices, closed->open_top)) return;
  const double from = frame.levels.back();
  std::vector<LevelRow> rows =
      RowsBetween(frame, words, from, NextBelow(frame, from, rulings, lattices));
  if (rows.empty() || rows[0].y0 - from > kFirstRow * rows[0].words.front().size) return;
  CutAtGap(&rows);
  if (!HasData(rows)) return;
  frame.levels.push_back(rows.back().y1 + rows.back().words.front().size / 2);
  closed->open_end = true;
}

// The level rulings that end where the frame of the page before did.
LevelFrame FrameLike(const LevelFrame& before, const std::vector<Ruling>& rulings) {
  LevelFrame frame{before.x0, before.x1, {}, {}};
  const double slack = kSameEnd * (before.x1 - before.x0);
  for (const Ruling& ruling : rulings)
    if (ruling.horizontal && std::abs(ruling.from - before.x0) <= slack &&
        std::abs(ruling.to - before.x1) <= slack)
      frame.levels.push_back(ruling.at);
  std::sort(frame.levels.begin(), frame.levels.end());
  return frame;
}

bool IsLike(const LevelFrame& a, const LevelFrame& b) {
  return std::abs((a.x1 - a.x0) / (b.x1 - b.x0) - 1) <= kSameWidth;
}

// Whether rows go on with a table: data, before which there may be rows of a label or two in the
// same type, but no title and no heads.
bool GoesOn(const std::vector<LevelRow>& rows) {
  const auto data =
      std::find_if(rows.begin(), rows.end(), [](const LevelRow& row) { return IsData(row); });
  if (data == rows.end()) return false;
  const double size = data->words.front().size;
  return std::all_of(rows.begin(), data, [&](const LevelRow& row) {
    return row.words.size() <= kFewestHeads && row.words.front().size <= kSameType * size;
  });
}

// Rows at the head of the page that belong to the table the page before began.
void OpenTop(const LevelFrame& before, const std::vector<Ruling>& rulings,
             const std::vector<LevelWord>& words, const std::vector<Lattice>& lattices,
             std::vector<ClosedFrame>* frames) {
  const auto same = std::find_if(frames->begin(), frames->end(), [&](const ClosedFrame& closed) {
    return IsLike(closed.frame, before);
  });
  ClosedFrame own;
  ClosedFrame* closed = same == frames->end() ? &own : &*same;
  if (same == frames->end()) own.frame = FrameLike(before, rulings);
  LevelFrame& frame = closed->frame;
  const bool ruled = !frame.levels.empty();
  double foot = ruled ? frame.levels.front() : 1e9;
  for (const Lattice& lattice : lattices)
    if (Overlap(frame, lattice.box.x0, lattice.box.x1)) foot = std::min(foot, lattice.box.y0);
  if (ruled && foot < frame.levels.front()) return;
  std::vector<LevelRow> rows = RowsBetween(frame, words, -1e9, foot);
  const size_t all = rows.size();
  CutAtGap(&rows);
  if (!GoesOn(rows) || (ruled && rows.size() != all)) return;
  frame.levels.insert(frame.levels.begin(), rows.front().y0 - rows.front().words.front().size / 2);
  closed->open_top = true;
  if (!ruled) {
    frame.levels.push_back(rows.back().y1 + rows.back().words.front().size / 2);
    closed->open_end = true;
  }
  if (same == frames->end()) frames->push_back(std::move(own));
}

}  // namespace

std::vector<ClosedFrame> CloseFrames(const std::vector<Ruling>& rulings,
                                     const std::vector<LevelWord>& words,
                                     const std::vector<Lattice>& lattices,
                                     const std::optional<LevelFrame>& before) {
  std::vector<ClosedFrame> frames;
  for (LevelFrame& frame : FindLevelFrames(rulings)) frames.push_back({std::move(frame)});
  if (before) OpenTop(*before, rulings, words, lattices, &frames);
  for (ClosedFrame& frame : frames)
    if (!frame.open_end) CloseEnd(rulings, words, lattices, &frame);
  return frames;
}

}  // namespace juesuan
