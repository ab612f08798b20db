#include "corpus/reliability.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"

namespace juesuan {
namespace {

// What extract writes of a score too low, and of nothing else.
constexpr char kWeakDoubt[] = "识别把握低";

// What extract writes of an amount with fewer or more digits behind its point than all others.
constexpr char kPrecisionDoubt[] = "小数位数与其他金额不同";

constexpr std::array kBuckets = {0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995};
constexpr std::array kThresholds = {0.0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99};

ScoredRecord Scored(const Record& record) {
  ScoredRecord out;
  out.form = record.form;
  out.project = record.project;
  out.row_key = record.row_key;
  out.panel = record.panel;
  out.col_key = record.col_key;
  out.page = record.page;
  out.box = record.box;
  out.kind = CellKindName(record.kind);
  out.raw = record.raw;
  out.status = CellStatusName(record.status);
  if (!record.value) return out;
  out.value = record.value->ToString();
  if (const auto fen = ToFen(*record.value, record.unit)) out.fen = fen->value;
  return out;
}

// The number that a reading's text prints; nullopt if it prints none.
std::optional<Decimal> NumberIn(const std::string& text) {
  std::string plain = MatchForm(text);
  plain.erase(std::remove(plain.begin(), plain.end(), ','), plain.end());
  return ParseDecimal(plain);
}

// The cell of a reading with another value in it.
ScoredRecord WithValue(const Record& record, const std::optional<Decimal>& value) {
  Record same = record;
  same.kind = value ? CellKind::kNumber : CellKind::kText;
  same.value = value;
  return Scored(same);
}

bool IsSame(const ScoredRecord& truth, const ScoredRecord& got) {
  const bool number = truth.kind == "number";
  return number == (got.kind == "number") && (!number || SameNumber(truth, got));
}

// Half a column and a row: no further does a tilt move a cell.
bool IsNear(const ScoredRecord& truth, const ScoredRecord& got) {
  const Box &a = truth.box, &b = got.box;
  return truth.form == got.form && truth.page == got.page &&
         std::fabs(a.x0 + a.x1 - b.x0 - b.x1) < a.x1 - a.x0 &&
         std::fabs(a.y0 + a.y1 - b.y0 - b.y1) < 2 * (a.y1 - a.y0);
}

bool IsPrintedNear(const std::vector<ScoredRecord>& truth, const ScoredRecord& got) {
  return std::any_of(truth.begin(), truth.end(), [&](const ScoredRecord& each) {
    return IsNear(each, got) && IsSame(each, got);
  });
}

ScoredReader ReaderOf(const Reading& reading) {
  if (reading.by == Reader::kTesseract) return ScoredReader::kTesseract;
  if (reading.others.size() != 1) return ScoredReader::kPpocr;
  const Candidate& other = reading.others.front();
  const bool made_up = std::fabs(reading.score + other.score - 1) < 1e-6;
  return made_up && other.text.size() == reading.text.size() ? ScoredReader::kBook
                                                             : ScoredReader::kPpocr;
}

bool IsFlagged(const ReadAmount& amount, double threshold) {
  if (amount.status == CellStatus::kProven) return false;
  if (amount.status == CellStatus::kSuspect && !amount.only_weak) return true;
  return amount.score < threshold;
}

struct Bucket {
  int64_t read = 0, read_wrong = 0;
  std::array<int64_t, 3> stored{}, stored_wrong{};  // proven, read, suspect
};

std::string BucketRow(const std::string& name, const Bucket& bucket) {
  std::string row = fmt::format("{:<15}{:>8}{:>7}", name, bucket.read, bucket.read_wrong);
  for (size_t i = 0; i < bucket.stored.size(); ++i)
    row += fmt::format("{:>9}{:>7}", bucket.stored[i], bucket.stored_wrong[i]);
  return row + "\n";
}

std::string ReaderTable(const std::vector<ReadAmount>& amounts, ScoredReader reader) {
  std::array<Bucket, kBuckets.size()> buckets;
  int64_t all = 0;
  for (const ReadAmount& amount : amounts) {
    if (amount.reader != reader) continue;
    ++all;
    const auto above = std::upper_bound(kBuckets.begin(), kBuckets.end(), amount.score);
    Bucket& bucket = buckets[static_cast<size_t>(above - kBuckets.begin() - 1)];
    const size_t status = amount.status == CellStatus::kProven ? 0
                          : amount.status == CellStatus::kRead ? 1
                                                               : 2;
    ++bucket.read;
    ++bucket.stored[status];
    if (!amount.read_right) ++bucket.read_wrong;
    if (!amount.stored_right) ++bucket.stored_wrong[status];
  }
  if (all == 0) return "";
  std::string text =
      fmt::format("{:<15}{:>8}{:>7}{:>9}{:>7}{:>9}{:>7}{:>9}{:>7}\n", ScoredReaderName(reader),
                  "amounts", "wrong", "proven", "wrong", "read", "wrong", "suspect", "wrong");
  for (size_t i = 0; i < buckets.size(); ++i) {
    const double end = i + 1 < kBuckets.size() ? kBuckets[i + 1] : 1;
    text += BucketRow(fmt::format("{:.3f} - {:.3f}", kBuckets[i], end), buckets[i]);
  }
  return text + "\n";
}

}  // namespace

std::string_view ScoredReaderName(ScoredReader reader) {
  switch (reader) {
    case ScoredReader::kPpocr:
      return "ppocr";
    case ScoredReader::kBook:
      return "figure book";
    case ScoredReader::kTesseract:
      return "tesseract";
  }
  return "";
}

std::vector<ReadAmount> AmountsOf(const std::string& name, const DocumentFacts& read,
                                  const DocumentFacts& checked,
                                  const std::vector<ScoredRecord>& truth) {
  std::vector<ScoredRecord> got;
  for (const Record& record : checked.records) got.push_back(Scored(record));
  const Score score = Compare(truth, got);
  std::vector<ReadAmount> out;
  for (size_t i = 0; i < read.records.size(); ++i) {
    const Record &before = read.records[i], &after = checked.records[i];
    if (before.kind != CellKind::kNumber || before.readings.empty()) continue;
    const Reading& first = before.readings.front();
    if (first.by == Reader::kLayer) continue;
    const int at = score.truth_of[i];
    const ScoredRecord* own = at < 0 ? nullptr : &truth[static_cast<size_t>(at)];
    ReadAmount amount;
    amount.reader = ReaderOf(first);
    amount.score = first.score;
    const ScoredRecord as_read = WithValue(before, NumberIn(first.text));
    amount.read_right = (own != nullptr && IsSame(*own, as_read)) || IsPrintedNear(truth, as_read);
    amount.read_amount = NumberIn(first.text).has_value() && before.doubt != kPrecisionDoubt;
    const ScoredRecord taken = Scored(before);
    amount.taken_right = (own != nullptr && IsSame(*own, taken)) || IsPrintedNear(truth, taken);
    amount.doubted = before.status == CellStatus::kSuspect && before.doubt != kWeakDoubt;
    amount.stored_right = own != nullptr ? IsSame(*own, got[i]) : IsPrintedNear(truth, got[i]);
    amount.status = after.status;
    amount.only_weak = after.status == CellStatus::kSuspect && after.doubt == kWeakDoubt;
    amount.where =
        fmt::format("{} page {} {} {} [{}] {} -> {} {}@{:.4f} {} {}", name, after.page, after.form,
                    after.row_key, after.col_key, own == nullptr ? "nothing" : own->raw, after.raw,
                    first.text, first.score, CellStatusName(after.status), after.doubt);
    out.push_back(std::move(amount));
  }
  return out;
}

double UpperBound(int64_t count) {
  constexpr double kOneOfTwenty = 0.05;
  double low = static_cast<double>(count), high = 2 * low + 10;
  while (high - low > 1e-9) {
    const double mean = (low + high) / 2;
    double term = std::exp(-mean), sum = term;
    for (int64_t i = 1; i <= count; ++i) sum += term *= mean / static_cast<double>(i);
    (sum > kOneOfTwenty ? low : high) = mean;
  }
  return low;
}

std::vector<ThresholdRow> ThresholdsOf(const std::vector<ReadAmount>& amounts) {
  std::vector<ThresholdRow> rows;
  for (const double threshold : kThresholds) {
    ThresholdRow row;
    row.threshold = threshold;
    for (const ReadAmount& amount : amounts) {
      const bool flagged = IsFlagged(amount, threshold);
      ++row.amounts;
      row.right += amount.stored_right ? 1 : 0;
      row.silent += !amount.stored_right && !flagged ? 1 : 0;
      const bool doubted = amount.doubted || amount.score < threshold;
      row.alone += !amount.taken_right && !doubted ? 1 : 0;
      const bool believed = amount.read_amount && amount.score >= threshold;
      row.lone += !amount.read_right && believed ? 1 : 0;
      row.flagged_right += amount.stored_right && flagged ? 1 : 0;
    }
    rows.push_back(row);
  }
  return rows;
}

std::string ToText(const std::vector<ReadAmount>& amounts) {
  std::string text;
  for (const ScoredReader reader :
       {ScoredReader::kPpocr, ScoredReader::kBook, ScoredReader::kTesseract})
    text += ReaderTable(amounts, reader);
  text += fmt::format("{:<10}{:>8}{:>8}{:>9}{:>14}{:>9}{:>12}{:>9}{:>15}{:>9}\n", "threshold",
                      "amounts", "silent", "at most", "without rules", "at most", "one reader",
                      "at most", "right flagged", "percent");
  for (const ThresholdRow& row : ThresholdsOf(amounts)) {
    const auto of_ten_thousand = [&](int64_t count) {
      return 1e4 * UpperBound(count) / static_cast<double>(std::max<int64_t>(row.amounts, 1));
    };
    text += fmt::format(
        "{:<10.2f}{:>8}{:>8}{:>9.2f}{:>14}{:>9.2f}{:>12}{:>9.2f}{:>15}{:>9.2f}\n", row.threshold,
        row.amounts, row.silent, of_ten_thousand(row.silent), row.alone, of_ten_thousand(row.alone),
        row.lone, of_ten_thousand(row.lone), row.flagged_right,
        row.right == 0
            ? 0.0
            : 100 * static_cast<double>(row.flagged_right) / static_cast<double>(row.right));
  }
  return text;
}

}  // namespace juesuan
