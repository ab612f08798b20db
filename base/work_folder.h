// Where things lie: the names inside a work folder and the data that ships with the program. The
// only place that knows file names.
//
//   work/<first 16 hex of the PDF's SHA-256>/document.json      {"sha256":…,"file":…}
//                                            ingest/pages.jsonl, ingest/page-0001.png,
//                                            ingest/page-0001-marked.png
//                                            ocr/words.jsonl  layout/tables.jsonl
//                                            extract/facts.jsonl
//                                            check/findings.jsonl
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"

namespace juesuan {

inline constexpr char kPagesFile[] = "ingest/pages.jsonl";
inline constexpr char kWordsFile[] = "ocr/words.jsonl";
inline constexpr char kTablesFile[] = "layout/tables.jsonl";
inline constexpr char kFactsFile[] = "extract/facts.jsonl";
inline constexpr char kFindingsFile[] = "check/findings.jsonl";
inline constexpr char kSourceLink[] = "source.pdf";  // to the PDF itself; not an artefact

// The file's own name, without its folder: no absolute path is ever stored.
struct Identity {
  std::string sha256;
  std::string file;
  int pages = 0;
};

std::filesystem::path DocumentFolder(const std::filesystem::path& work, const std::string& sha256);
std::filesystem::path RasterFile(const std::filesystem::path& folder, int page);
std::filesystem::path MarkedRasterFile(const std::filesystem::path& folder, int page);

Status WriteIdentity(const std::filesystem::path& folder, const Identity& identity);
Result<Identity> ReadIdentity(const std::filesystem::path& folder);  // kNotFound, kMalformed

// `path` itself if it is a document's folder, else the document folders directly below it, sorted.
std::vector<std::filesystem::path> DocumentFolders(const std::filesystem::path& path);

// Data that ships with the program: in ../share/juesuan beside the installed program, else in the
// checkout it was built from. `name`: "forms", "models".
std::filesystem::path DataFolder(const std::string& name);

}  // namespace juesuan
