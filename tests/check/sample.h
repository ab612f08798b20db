// A small disclosure of ten tables in which every rule holds, for tests to break.
#pragma once

#include <string>
#include <utility>
#include <vector>

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

// The forms of two projects, 普查工作经费 (a self-evaluation and its report) and 就业补助资金 (a
// transfer payment), and the lines that speak of them, true for headings; sample.cc puts them in.
void AddProjects(CheckInput* input);
std::vector<std::pair<bool, std::string>> ProjectParagraphs();
// Prints words, or a number, in a cell of a project's form.
void PrintWords(Record* record, const std::string& words);
// Changes the words of the first line, or of a text of the self-evaluation, that has them.
// REQUIRES: there is one.
void Rewrite(CheckInput* input, const std::string& from, const std::string& to);
void RewriteForm(CheckInput* input, const std::string& from, const std::string& to);

// Instances of a rule with an outcome.
int Count(const CheckReport& report, const std::string& rule, Outcome outcome);

}  // namespace juesuan
