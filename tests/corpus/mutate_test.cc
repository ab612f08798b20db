#include "corpus/mutate.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "corpus/gold_instances.h"

namespace juesuan {
namespace {

Record Cell(int row, int col, const std::string& raw, Unit unit = Unit::kWanYuan) {
  Record record;
  record.form = "PUB03";
  record.table = 3;
  record.row = row;
  record.col = col;
  record.unit = unit;
  record.raw = raw;
  if (!raw.empty()) {
    record.kind = CellKind::kNumber;
    record.value = ParseDecimal(raw);
    record.readings.push_back({Reader::kPpocr, raw, 0.7, {{"1.00", 0.1}}});
  }
  return record;
}

// Two rows: 99.10 79.00 20.10, and 64.00 44.00 blank; then a count.
DocumentFacts Facts() {
  DocumentFacts facts;
  facts.records = {Cell(1, 1, "99.10"),
                   Cell(1, 2, "79.00"),
                   Cell(1, 3, "20.10"),
                   Cell(2, 1, "64.00"),
                   Cell(2, 2, "44.00"),
                   Cell(2, 3, ""),
                   Cell(3, 1, "8", Unit::kVehicle)};
  return facts;
}

std::string Only(Mutation mutation, int record) {
  const std::vector<CellEdit> edits = Mutate(mutation, Facts(), record);
  return edits.size() == 1 && edits[0].record == record ? edits[0].raw : "";
}

TEST(Mutate, AmountsChangeByHundredthsCountsByOne) {
  EXPECT_EQ(Only(Mutation::kCentMore, 0), "99.11");
  EXPECT_EQ(Only(Mutation::kCentLess, 0), "99.09");
  EXPECT_EQ(Only(Mutation::kDimeLess, 1), "78.90");
  EXPECT_EQ(Only(Mutation::kOneMore, 1), "80.00");
  EXPECT_EQ(Only(Mutation::kTimesTen, 1), "790.00");
  EXPECT_EQ(Only(Mutation::kCentMore, 6), "9");
  EXPECT_EQ(Only(Mutation::kOneLess, 6), "7");
}

TEST(Mutate, EveryEditChangesTheAmount) {
  const DocumentFacts facts = Facts();
  for (const Mutation mutation : AllMutations())
    for (size_t i = 0; i < facts.records.size(); ++i) {
      if (facts.records[i].kind != CellKind::kNumber) continue;
      for (const CellEdit& edit : Mutate(mutation, facts, static_cast<int>(i))) {
        const Record& was = facts.records[static_cast<size_t>(edit.record)];
        EXPECT_TRUE(edit.kind != was.kind || !(edit.value == was.value)) << MutationName(mutation);
        if (edit.kind == CellKind::kNumber) {
          EXPECT_EQ(edit.value->ToString(), edit.raw);
        }
      }
    }
}

TEST(Mutate, SwappedAndDroppedDigitsAreTheCellsOwn) {
  for (const int record : {0, 2}) {
    const std::string raw = Facts().records[static_cast<size_t>(record)].raw;
    std::string swapped = Only(Mutation::kDigitsSwapped, record);
    EXPECT_TRUE(std::is_permutation(raw.begin(), raw.end(), swapped.begin(), swapped.end()));
    EXPECT_EQ(Only(Mutation::kDigitDropped, record).size() + 1, raw.size());
  }
  EXPECT_EQ(Only(Mutation::kDigitDropped, 6), "");  // nothing would be left
}

TEST(Mutate, CellsChangePlaces) {
  const std::vector<CellEdit> edits = Mutate(Mutation::kCellsExchanged, Facts(), 4);
  EXPECT_TRUE(edits.empty());  // no number of its unit comes after it
  const std::vector<CellEdit> two = Mutate(Mutation::kCellsExchanged, Facts(), 2);
  ASSERT_EQ(two.size(), 2u);
  EXPECT_EQ(two[0].raw, "64.00");
  EXPECT_EQ(two[1].record, 3);
  EXPECT_EQ(two[1].raw, "20.10");
}

TEST(Mutate, ARowIsShiftedOnceWithItsBlanks) {
  EXPECT_TRUE(Mutate(Mutation::kRowShifted, Facts(), 4).empty());
  DocumentFacts facts = Facts();
  for (const CellEdit& edit : Mutate(Mutation::kRowShifted, facts, 3)) Print(edit, &facts);
  EXPECT_EQ(facts.records[3].kind, CellKind::kBlank);
  EXPECT_TRUE(facts.records[3].readings.empty());
  EXPECT_EQ(facts.records[4].raw, "64.00");
  EXPECT_EQ(facts.records[5].raw, "44.00");
  EXPECT_EQ(facts.records[0].raw, "99.10");
}

TEST(Mutate, PrintIsReadByTheSameReaderWithCertainty) {
  DocumentFacts facts = Facts();
  Print(Mutate(Mutation::kOneMore, facts, 0).front(), &facts);
  const Record& record = facts.records[0];
  EXPECT_EQ(record.value->ToString(), "100.10");
  ASSERT_EQ(record.readings.size(), 1u);
  EXPECT_EQ(record.readings[0].by, Reader::kPpocr);
  EXPECT_EQ(record.readings[0].score, 1);
  EXPECT_TRUE(record.readings[0].others.empty());
}

TEST(Misread, IsAlwaysAnotherNumber) {
  for (const Misreading misreading : AllMisreadings())
    for (unsigned choice = 0; choice < 200; ++choice)
      for (const char* text : {"53.10", "0.00", "-7.05", "8", "1000"}) {
        const std::string wrong = Misread(misreading, text, choice);
        if (wrong.empty()) continue;
        const auto value = ParseDecimal(wrong);
        ASSERT_TRUE(value.has_value()) << wrong;
        EXPECT_NE(wrong, text);
        const int64_t change =
            static_cast<int64_t>(wrong.size()) - static_cast<int64_t>(std::string(text).size());
        EXPECT_EQ(change, misreading == Misreading::kReplaced   ? 0
                          : misreading == Misreading::kInserted ? 1
                                                                : -1);
      }
  EXPECT_EQ(Misread(Misreading::kPointLost, "53.10", 0), "5310");
  EXPECT_EQ(Misread(Misreading::kPointLost, "8", 0), "");
  EXPECT_EQ(Misread(Misreading::kDropped, "8", 0), "");
}

TEST(GoldInstances, AreComparedOneByOne) {
  const auto gold = ParseGoldInstances(
      "{\"rule_id\":\"R19\",\"place\":\"208\",\"status\":\"HOLD\"}\n"
      "{\"rule_id\":\"R19\",\"place\":\"210\",\"status\":\"HOLD\"}\n"
      "{\"rule_id\":\"R99\",\"place\":\"\",\"status\":\"VIOL\"}\n",
      {"R19"});
  ASSERT_TRUE(gold.ok());
  const GoldAgreement agreement = CompareInstances(
      *gold, {{"R19", "208", Outcome::kHold, "", ""}, {"R19", "210", Outcome::kRound, "", ""}});
  EXPECT_EQ(agreement.gold, 2);
  EXPECT_EQ(agreement.same, 1);
  EXPECT_EQ(agreement.missing, std::vector<std::string>{"R19 210 HOLD"});
  EXPECT_EQ(agreement.extra, std::vector<std::string>{"R19 210 ROUND"});
  EXPECT_EQ(ParseGoldInstances("{\"rule_id\":\"R19\"}", {"R19"}).error().code,
            ErrorCode::kMalformed);
}

TEST(GoldInstances, APlaceMayShortenTheNameBeforeItsColon) {
  const std::vector<GoldInstance> gold = {{"R10", "普查: 股室数量 =3", "HOLD"}};
  const auto same = [&](const std::string& place, Outcome outcome) {
    return CompareInstances(gold, {{"R10", place, outcome, "", ""}}).same;
  };
  EXPECT_EQ(same("普查工作经费: 股室数量 =3", Outcome::kHold), 1);
  EXPECT_EQ(same("普查工作经费: 股室数量 =4", Outcome::kHold), 0);
  EXPECT_EQ(same("普查工作经费: 股室数量 =3", Outcome::kViolated), 0);
  EXPECT_EQ(same("统计普查工作经费: 股室数量 =3", Outcome::kHold), 0);
  EXPECT_EQ(same("普: 股室数量 =3", Outcome::kHold), 0);
}

}  // namespace
}  // namespace juesuan
