// The child's side of the pool: reads paths, runs the pipeline, answers with one JSON line an
// event.
#pragma once

#include <string>

#include "app/pipeline.h"
#include "base/json.h"

namespace juesuan {

// Sets the limits of this process and serves until `in` closes. Never returns to the caller's code:
// the caller must _exit with the value.
int ServeWorker(int in, int out, const PipelineOptions& options, long memory_limit_mb);

// The wire form of an outcome or of an error.
Json ToWire(const Result<PipelineOutcome>& result);
Result<PipelineOutcome> FromWire(const Json& json);

}  // namespace juesuan
