#include "app/export_workbook.h"

#include <map>
#include <utility>

#include "app/language.h"
#include "app/summary_sheet.h"
#include "app/workbook.h"

namespace juesuan {
namespace fs = std::filesystem;

namespace {

constexpr char kOverview[] = "汇总";
constexpr char kExtension[] = ".xlsx";
constexpr size_t kIdInNames = 8;  // digits of a document's id, where two files have one name

UniqueNames SheetNames() {
  UniqueNames names;
  names.Sheet(kSummarySheet);
  names.Sheet(kFindingsSheet);
  return names;
}

// What one file is made of.
struct Contents {
  std::vector<DocumentSummary> summaries;
  std::vector<ListedFinding> findings;
  std::vector<Sheet> sheets;

  void Add(DocumentSheets document) {
    summaries.push_back(std::move(document.summary));
    for (ListedFinding& line : document.findings) findings.push_back(std::move(line));
    for (Sheet& sheet : document.sheets) sheets.push_back(std::move(sheet));
  }

  Status Write(const fs::path& path) {
    sheets.insert(sheets.begin(), {MakeSummarySheet(summaries), MakeFindingsSheet(findings)});
    return WriteWorkbook(sheets, path);
  }
};

Status ToFile(Connection& connection, const std::vector<StoredDocument>& documents,
              const WorkbookChoice& choice, const fs::path& out) {
  UniqueNames names = SheetNames();
  const std::string back = LinkTo(kSummarySheet, 0, 0);
  Contents contents;
  for (const StoredDocument& document : documents) {
    const int number = documents.size() > 1 ? static_cast<int>(contents.summaries.size()) + 1 : 0;
    JUESUAN_TRY(DocumentSheets sheets,
                MakeDocumentSheets(connection, document, choice, number, back, &names));
    contents.Add(std::move(sheets));
    if (documents.size() > 1 && contents.sheets.size() > kMostSheets)
      return MakeError(ErrorCode::kLimit,
                       Say("more than {} sheets for one workbook; name a folder instead: --out {}/",
                           "一个工作簿超过 {} 张工作表，请改为输出到文件夹：--out {}/", kMostSheets,
                           out.stem().string()));
  }
  return contents.Write(out);
}

// By document: the name of its workbook without extension. Two files of one name carry their ids,
// so that what comes later does not rename what is there.
std::vector<std::string> FileNames(const std::vector<StoredDocument>& documents) {
  std::map<std::string, int> of_name;
  for (const StoredDocument& document : documents)
    ++of_name[LegalFileName(fs::path(document.file).stem().string())];
  UniqueNames unique;
  unique.File(kOverview);
  std::vector<std::string> names;
  for (const StoredDocument& document : documents) {
    std::string name = LegalFileName(fs::path(document.file).stem().string());
    if (of_name[name] > 1) name += " " + document.sha256.substr(0, kIdInNames);
    names.push_back(unique.File(name));
  }
  return names;
}

Status ToFolder(Connection& connection, const std::vector<StoredDocument>& documents,
                const WorkbookChoice& choice, const fs::path& out) {
  std::error_code failed;
  fs::create_directories(out, failed);
  if (failed)
    return MakeError(ErrorCode::kExternal, "cannot make the folder '" + out.string() + "'");
  const std::vector<std::string> file_names = FileNames(documents);
  const std::string back = LinkTo(kSummarySheet, 0, 0);
  std::vector<DocumentSummary> summaries;
  for (size_t i = 0; i < documents.size(); ++i) {
    UniqueNames names = SheetNames();
    JUESUAN_TRY(DocumentSheets sheets,
                MakeDocumentSheets(connection, documents[i], choice, 0, back, &names));
    summaries.push_back(sheets.summary);
    const bool wanted = choice.only_with_findings ? !sheets.findings.empty() : !documents[i].error;
    summaries.back().link.clear();
    if (!wanted) continue;
    const std::string name = file_names[i] + kExtension;
    summaries.back().link = "external:" + name;
    Contents contents;
    contents.Add(std::move(sheets));
    JUESUAN_RETURN_IF_ERROR(contents.Write(out / name));
  }
  return WriteWorkbook({MakeSummarySheet(summaries)}, out / (std::string(kOverview) + kExtension));
}

}  // namespace

Status ExportWorkbook(Database& database, const WorkbookChoice& choice, const fs::path& out) {
  Connection& connection = database.connection();
  JUESUAN_TRY(const Transaction view, Transaction::Begin(connection, Transaction::Kind::kRead));
  JUESUAN_TRY(const std::vector<StoredDocument> documents,
              database.Documents(choice.filter.document));
  const bool folder = !out.has_filename() || fs::is_directory(out);
  return (folder ? ToFolder : ToFile)(connection, documents, choice, out);
}

}  // namespace juesuan
