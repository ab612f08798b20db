// A small disclosure of ten tables in which every rule holds, for tests to break.
#pragma once

#include <string>

#include "check/check.h"
#include "check/rule_packs.h"

namespace juesuan {

RulePacks TestPacks();

// Born digital: one sound layer reading a number.
CheckInput SampleInput();

// The record of a cell. REQUIRES: there is one.
Record& At(CheckInput* input, const std::string& form, const std::string& line,
           const std::string& measure);
// Prints another number there ("" for a blank), in every reading.
void Print(Record* record, const std::string& number);

// The figures of its sentences; sample.cc puts them into the input.
std::vector<NarrativeFact> SampleNarrative();
// Prints another figure in a sentence. REQUIRES: there is one.
NarrativeFact& Say(CheckInput* input, const std::string& form, const std::string& role,
                   const std::string& subject, const std::string& raw);

// Instances of a rule with an outcome.
int Count(const CheckReport& report, const std::string& rule, Outcome outcome);

}  // namespace juesuan
