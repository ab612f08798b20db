#include "ocr/ctc.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace juesuan {
namespace {

constexpr size_t kBlank = 0;
constexpr double kWorthNaming = 0.02;  // a runner-up less likely than this is noise
constexpr size_t kMostOthers = 4;

// One decision: a character, or a stretch of blanks.
struct Decision {
  size_t best = kBlank;
  double score = 0;
  size_t second = kBlank;  // what it might be instead
  double second_score = 0;
  size_t first_step = 0, end_step = 0;
};

struct TopTwo {
  size_t first = 0, second = 0;
  float p1 = -1, p2 = -1;
};

// The best class of a step and the runner-up. The last class is the space: whether one stands
// between two characters is no doubt about either, so it is never the runner-up.
TopTwo TopOf(const float* row, size_t classes) {
  TopTwo top;
  const size_t space = classes - 1;
  for (size_t c = 0; c < classes; ++c) {
    if (row[c] <= top.p2) continue;
    if (row[c] > top.p1) {
      top.second = top.first;
      top.p2 = top.p1;
      top.first = c;
      top.p1 = row[c];
    } else if (c != space) {
      top.second = c;
      top.p2 = row[c];
    }
  }
  return top;
}

std::vector<Decision> Decide(const std::vector<TopTwo>& steps) {
  std::vector<Decision> out;
  for (size_t t = 0; t < steps.size(); ++t) {
    const TopTwo& top = steps[t];
    if (out.empty() || out.back().best != top.first) {
      out.emplace_back();
      out.back().best = top.first;
      out.back().first_step = t;
    }
    Decision& decision = out.back();
    decision.end_step = t + 1;
    if (decision.best != kBlank && top.p1 > decision.score) {
      decision.score = static_cast<double>(top.p1);
      decision.second = top.second;
      decision.second_score = static_cast<double>(top.p2);
    }
  }
  return out;
}

// A character that a stretch of blanks, or a space, may have passed over: the strongest that is not
// merely the edge of its neighbour.
void JudgeBlanks(const std::vector<TopTwo>& steps, size_t space, std::vector<Decision>* decisions) {
  for (size_t i = 0; i < decisions->size(); ++i) {
    Decision& blank = (*decisions)[i];
    if (blank.best != kBlank && blank.best != space) continue;
    blank.second = kBlank;
    blank.second_score = 0;
    const size_t before = i > 0 ? (*decisions)[i - 1].best : kBlank;
    const size_t after = i + 1 < decisions->size() ? (*decisions)[i + 1].best : kBlank;
    for (size_t t = blank.first_step; t < blank.end_step; ++t) {
      const size_t second = steps[t].second;
      if (second == before || second == after || second == kBlank) continue;
      const auto p = static_cast<double>(steps[t].p2);
      if (p <= blank.second_score) continue;
      blank.second = second;
      blank.second_score = p;
    }
    blank.score = 1 - blank.second_score;
  }
}

double Round4(double value) { return std::round(value * 1e4) / 1e4; }

std::string Spell(const std::vector<Decision>& decisions, const std::set<size_t>& changed,
                  const std::vector<std::string>& alphabet) {
  std::string text;
  for (size_t i = 0; i < decisions.size(); ++i) {
    const size_t c = changed.count(i) ? decisions[i].second : decisions[i].best;
    if (c != kBlank) text += alphabet[c];
  }
  return text;
}

std::vector<Candidate> RunnersUp(const std::vector<Decision>& decisions, const std::string& text,
                                 const std::vector<std::string>& alphabet) {
  std::vector<size_t> weak;
  for (size_t i = 0; i < decisions.size(); ++i)
    if (decisions[i].second_score >= kWorthNaming) weak.push_back(i);
  std::stable_sort(weak.begin(), weak.end(), [&](size_t a, size_t b) {
    return decisions[a].second_score > decisions[b].second_score;
  });
  if (weak.size() > kMostOthers - 1) weak.resize(kMostOthers - 1);
  std::vector<Candidate> out;
  const auto add = [&](const std::set<size_t>& changed, double score) {
    std::string other = Spell(decisions, changed, alphabet);
    if (other.empty() || other == text) return;
    for (const Candidate& known : out)
      if (known.text == other) return;
    out.push_back({std::move(other), Round4(score)});
  };
  for (const size_t i : weak) add({i}, decisions[i].second_score);
  if (weak.size() >= 2)
    add({weak[0], weak[1]}, decisions[weak[0]].second_score * decisions[weak[1]].second_score);
  std::stable_sort(out.begin(), out.end(),
                   [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  if (out.size() > kMostOthers) out.resize(kMostOthers);
  return out;
}

}  // namespace

CtcText DecodeCtc(const float* scores, size_t steps, const std::vector<std::string>& alphabet) {
  std::vector<TopTwo> tops;
  tops.reserve(steps);
  for (size_t t = 0; t < steps; ++t)
    tops.push_back(TopOf(scores + t * alphabet.size(), alphabet.size()));
  std::vector<Decision> decisions = Decide(tops);
  JudgeBlanks(tops, alphabet.size() - 1, &decisions);
  CtcText out;
  out.text = Spell(decisions, {}, alphabet);
  out.score = 1;
  for (const Decision& decision : decisions) out.score = std::min(out.score, decision.score);
  out.score = Round4(out.score);
  out.others = RunnersUp(decisions, out.text, alphabet);
  return out;
}

}  // namespace juesuan
