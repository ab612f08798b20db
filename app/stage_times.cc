#include "app/stage_times.h"

namespace juesuan {

using Clock = std::chrono::steady_clock;

StageTimes::In::In(StageTimes* times, Stage stage)
    : times_(times), around_(times->innermost_), stage_(stage), since_(Clock::now()) {
  if (around_ != nullptr) {
    const std::chrono::duration<double> spent = since_ - around_->since_;
    times_->seconds_[static_cast<size_t>(around_->stage_)] += spent.count();
  }
  times_->innermost_ = this;
}

StageTimes::In::~In() {
  const Clock::time_point now = Clock::now();
  const std::chrono::duration<double> spent = now - since_;
  times_->seconds_[static_cast<size_t>(stage_)] += spent.count();
  if (around_ != nullptr) around_->since_ = now;
  times_->innermost_ = around_;
}

void StageTimes::Add(const StageTimes& other) {
  for (size_t i = 0; i < seconds_.size(); ++i) seconds_[i] += other.seconds_[i];
}

Json StageTimes::ToJson() const {
  Json json = Json::Object();
  for (size_t i = 0; i < seconds_.size(); ++i) json.Set(kStageNames[i], Round2(seconds_[i]));
  return json;
}

StageTimes StageTimes::FromJson(const Json& json) {
  StageTimes times;
  for (size_t i = 0; i < times.seconds_.size(); ++i) times.seconds_[i] = json.Num(kStageNames[i]);
  return times;
}

}  // namespace juesuan
