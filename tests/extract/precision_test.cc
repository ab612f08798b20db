#include "extract/precision.h"

#include <gtest/gtest.h>

namespace juesuan {
namespace {

Record Amount(const std::string& text, Reader by = Reader::kPpocr, Unit unit = Unit::kWanYuan) {
  Record record;
  record.kind = CellKind::kNumber;
  record.raw = text;
  record.value = ParseDecimal(text);
  record.unit = unit;
  record.readings = {{by, text, 0.98, {}}};
  return record;
}

std::vector<Record> Amounts(int count, const std::string& text = "12.30") {
  return std::vector<Record>(static_cast<size_t>(count), Amount(text));
}

bool IsDoubted(std::vector<Record> records, const Record& last) {
  records.push_back(last);
  DoubtPrecision(&records);
  for (size_t i = 0; i + 1 < records.size(); ++i)
    EXPECT_NE(records[i].status, CellStatus::kSuspect);
  return records.back().status == CellStatus::kSuspect && !records.back().doubt.empty();
}

TEST(Precision, APointOrALastDigitThatWasLost) {
  EXPECT_TRUE(IsDoubted(Amounts(30), Amount("9640")));
  EXPECT_TRUE(IsDoubted(Amounts(30), Amount("96.4")));
  EXPECT_TRUE(IsDoubted(Amounts(30), Amount("96.400", Reader::kTesseract)));
  EXPECT_TRUE(IsDoubted(Amounts(30, "1230"), Amount("96.40")));
}

TEST(Precision, WhatSaysNothing) {
  EXPECT_FALSE(IsDoubted(Amounts(30), Amount("96.40")));
  EXPECT_FALSE(IsDoubted(Amounts(30), Amount("0"))) << "a nought";
  EXPECT_FALSE(IsDoubted(Amounts(30), Amount("9640", Reader::kLayer))) << "a text layer";
  EXPECT_FALSE(IsDoubted(Amounts(30), Amount("5", Reader::kPpocr, Unit::kVehicle))) << "no money";
  EXPECT_FALSE(IsDoubted(Amounts(30), Amount("9640", Reader::kPpocr, Unit::kYuan))) << "other unit";
  EXPECT_FALSE(IsDoubted(Amounts(10), Amount("9640"))) << "too few";
}

TEST(Precision, ADocumentThatPrintsAnyPrecision) {
  std::vector<Record> records = Amounts(27);
  for (int i = 0; i < 3; ++i) records.push_back(Amount("12.3"));
  EXPECT_FALSE(IsDoubted(records, Amount("9640")));
}

// One figure that lost its point wherever it stands: more than a misreading here and there.
TEST(Precision, AFigureThatLostItsPointManyTimes) {
  std::vector<Record> records = Amounts(16);
  for (int i = 0; i < 9; ++i) records.push_back(Amount("47247"));
  DoubtPrecision(&records);
  for (const Record& record : records)
    EXPECT_EQ(record.status == CellStatus::kSuspect, record.raw == "47247");
}

TEST(Precision, AnOlderDoubtStays) {
  std::vector<Record> records = Amounts(30);
  records.push_back(Amount("9640"));
  records.back().status = CellStatus::kSuspect;
  records.back().doubt = "识别把握低";
  DoubtPrecision(&records);
  EXPECT_EQ(records.back().doubt, "识别把握低");
}

}  // namespace
}  // namespace juesuan
