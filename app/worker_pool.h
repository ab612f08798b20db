// A pool of worker processes. A document is parsed in a child with limits, so that a crash, a bomb
// or an endless loop costs one document, named in the report, and memory stays flat.
//
// The parent hands out one path at a time over a pipe and gets lines back: {"page":3,"of":30} after
// each page, {"done":…} with the outcome at the end. A worker that says nothing for `patience` is
// killed and replaced; so is one that has handled `documents_per_worker`, which keeps libraries
// that leak from growing.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "app/pipeline.h"
#include "base/json.h"

namespace juesuan {

struct PoolOptions {
  int workers = 1;
  std::chrono::seconds patience{180};
  int documents_per_worker = 200;
  long memory_limit_mb = 2048;  // address space of a worker
};

// One finished document: an outcome or the error that says why not.
struct Finished {
  std::filesystem::path path;
  Result<PipelineOutcome> outcome;
};

struct PoolEvents {
  std::function<void(const std::filesystem::path&, int page, int of)> on_page;
  std::function<void(const Finished&)> on_finished;  // in order of completion, in the parent
  std::function<bool()> stop;                        // asked often; true: kill the workers, return
};

// Works through `paths`: one worker in their order, several from the largest file to the smallest.
// Returns how many finished (with an outcome or an error). Errors: the pipeline cannot be made at
// all (a bad pack, a missing engine), reported by the first worker.
Result<int> RunPool(const std::vector<std::filesystem::path>& paths,
                    const PipelineOptions& pipeline, const PoolOptions& pool,
                    const PoolEvents& events);

}  // namespace juesuan
