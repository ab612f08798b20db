// Where the time of a run goes. For the summary of `run` and bench/speed.sh; never in an artefact.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>

#include "base/json.h"

namespace juesuan {

// kReread is the second reading of what is in doubt, kStore the parent's side: saving and checking.
enum class Stage { kIngest, kOcr, kLayout, kExtract, kReread, kStore };
inline constexpr std::array kStageNames = {"ingest", "ocr", "layout", "extract", "reread", "store"};

// Seconds of each stage. Not thread safe; one a process.
class StageTimes {
 public:
  // While it lives, time counts for `stage` and not for the one around it.
  class In {
   public:
    In(StageTimes* times, Stage stage);
    ~In();
    In(const In&) = delete;
    In& operator=(const In&) = delete;

   private:
    StageTimes* times_;
    In* around_;
    Stage stage_;
    std::chrono::steady_clock::time_point since_;
  };

  void Add(const StageTimes& other);

  // {"ingest":1.25,…}, in the order of the stages.
  Json ToJson() const;
  static StageTimes FromJson(const Json& json);

 private:
  std::array<double, kStageNames.size()> seconds_{};
  In* innermost_ = nullptr;
};

}  // namespace juesuan
