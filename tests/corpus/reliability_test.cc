#include "corpus/reliability.h"

#include <gtest/gtest.h>

namespace juesuan {
namespace {

Record Amount(int row, const std::string& text, double score) {
  Record record;
  record.form = "PUB02";
  record.row_key = std::to_string(row);
  record.col_key = "1";
  record.page = 1;
  record.box = {100, 20.0 * row, 150, 20.0 * row + 18};
  record.kind = CellKind::kNumber;
  record.unit = Unit::kWanYuan;
  record.raw = text;
  record.value = ParseDecimal(text);
  record.readings = {{Reader::kPpocr, text, score, {}}};
  return record;
}

ScoredRecord Printed(int row, const std::string& text) {
  ScoredRecord truth;
  truth.form = "PUB02";
  truth.row_key = std::to_string(row);
  truth.col_key = "1";
  truth.page = 1;
  truth.box = {100, 20.0 * row, 150, 20.0 * row + 18};
  truth.kind = "number";
  truth.raw = truth.value = text;
  truth.fen = ToFen(*ParseDecimal(text), Unit::kWanYuan)->value;
  return truth;
}

std::vector<ReadAmount> Measure(const std::vector<Record>& read, const std::vector<Record>& checked,
                                const std::vector<ScoredRecord>& truth) {
  DocumentFacts before, after;
  before.records = read;
  after.records = checked;
  return AmountsOf("a", before, after, truth);
}

TEST(Reliability, WhatWasReadAndWhatIsStored) {
  std::vector<Record> read = {Amount(1, "12.30", 0.99), Amount(2, "9640", 0.97)};
  std::vector<Record> checked = read;
  checked[1].value = ParseDecimal("96.40");
  checked[1].status = CellStatus::kProven;
  const auto amounts = Measure(read, checked, {Printed(1, "12.30"), Printed(2, "96.40")});
  ASSERT_EQ(amounts.size(), 2U);
  EXPECT_TRUE(amounts[0].read_right && amounts[0].taken_right && amounts[0].stored_right);
  EXPECT_FALSE(amounts[1].read_right);
  EXPECT_FALSE(amounts[1].taken_right);
  EXPECT_TRUE(amounts[1].stored_right);
}

TEST(Reliability, AnotherKeyAtTheSamePlaceIsTheSameAmount) {
  Record record = Amount(1, "12.30", 0.99);
  record.col_key = "本年收入合计";
  const std::vector<ScoredRecord> truth = {Printed(1, "12.30")};
  EXPECT_TRUE(Measure({record}, {record}, truth)[0].stored_right);
  record.box.x0 += 60, record.box.x1 += 60;
  EXPECT_FALSE(Measure({record}, {record}, truth)[0].stored_right);
}

TEST(Reliability, ReadersAreToldApart) {
  std::vector<Record> read(4, Amount(1, "12.30", 0.97));
  read[1].readings[0].others = {{"12.80", 0.03}};
  read[2].readings[0].others = {{"12.80", 0.02}};
  read[3].readings[0].by = Reader::kTesseract;
  const auto amounts = Measure(read, read, {});
  EXPECT_EQ(amounts[0].reader, ScoredReader::kPpocr);
  EXPECT_EQ(amounts[1].reader, ScoredReader::kBook);
  EXPECT_EQ(amounts[2].reader, ScoredReader::kPpocr);
  EXPECT_EQ(amounts[3].reader, ScoredReader::kTesseract);
}

TEST(Reliability, LayersAndBlanksAreNoReadings) {
  Record layer = Amount(1, "12.30", 1), blank = Amount(2, "", 0);
  layer.readings[0].by = Reader::kLayer;
  blank.kind = CellKind::kBlank;
  EXPECT_TRUE(Measure({layer, blank}, {layer, blank}, {}).empty());
}

const ThresholdRow& RowAt(const std::vector<ThresholdRow>& rows, double threshold) {
  for (const ThresholdRow& row : rows)
    if (row.threshold == threshold) return row;
  ADD_FAILURE() << threshold;
  return rows.front();
}

TEST(Reliability, AThresholdFlagsWhatStandsBelowIt) {
  ReadAmount wrong, right, proven, weak;
  wrong.score = 0.6, wrong.read_amount = true;
  right.score = 0.6, right.taken_right = right.stored_right = true;
  proven.score = 0.6, proven.status = CellStatus::kProven;  // wrong, and yet proven
  weak.score = 0.75, weak.taken_right = weak.stored_right = true;
  weak.status = CellStatus::kSuspect, weak.only_weak = true;
  const auto rows = ThresholdsOf({wrong, right, proven, weak});
  const ThresholdRow &low = RowAt(rows, 0.5), &high = RowAt(rows, 0.8);
  EXPECT_EQ(low.amounts, 4);
  EXPECT_EQ(low.right, 2);
  EXPECT_EQ(low.silent, 2);
  EXPECT_EQ(low.alone, 2);
  EXPECT_EQ(low.lone, 1);
  EXPECT_EQ(low.flagged_right, 0) << "a score above the threshold is no doubt";
  EXPECT_EQ(high.silent, 1) << "no score flags what is proven";
  EXPECT_EQ(high.alone, 0);
  EXPECT_EQ(high.lone, 0);
  EXPECT_EQ(high.flagged_right, 2);
}

TEST(Reliability, UpperBoundsOfPoisson) {
  EXPECT_NEAR(UpperBound(0), 2.9957, 1e-3);
  EXPECT_NEAR(UpperBound(1), 4.7439, 1e-3);
  EXPECT_NEAR(UpperBound(5), 10.5130, 1e-3);
}

}  // namespace
}  // namespace juesuan
