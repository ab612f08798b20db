#include "store/proofs.h"

#include "base/json.h"
#include "store/columns.h"

namespace juesuan {
namespace {

// The list of one table's proofs, closed.
void AppendProof(const RecordPlace& at, const std::vector<std::string>& evidence,
                 std::string* list) {
  *list += list->empty() ? "[[" : ",[";
  *list += std::to_string(at.row) + ',' + std::to_string(at.col) + ',' + std::to_string(at.n);
  if (!evidence.empty()) {
    // A list's text without its opening bracket goes on where the numbers end.
    *list += ',';
    list->append(ListToText(evidence), 1, std::string::npos);
  } else {
    *list += ']';
  }
}

}  // namespace

bool IsProof(const RecordChange& change) {
  return change.status == CellStatus::kProven && change.doubt.empty() && !change.repair;
}

Status WriteProofs(Connection& connection, int64_t document, const std::vector<RecordPlace>& places,
                   const std::vector<RecordChange>& changes) {
  std::map<int, std::string> lists;  // by table
  for (const RecordChange& change : changes) {
    if (!IsProof(change)) continue;
    const RecordPlace& at = places[static_cast<size_t>(change.record)];
    AppendProof(at, change.evidence, &lists[at.table]);
  }
  JUESUAN_TRY(Query row, connection.Prepare("INSERT INTO proofs VALUES (?,?,?)"));
  for (const auto& [table, list] : lists)
    JUESUAN_RETURN_IF_ERROR(row.Run(document, table, list + ']'));
  return Ok();
}

Result<Proofs> Proofs::Of(Connection& connection, int64_t document) {
  JUESUAN_TRY(Query query,
              connection.Prepare("SELECT table_number, proven FROM proofs WHERE document = ?"));
  Proofs proofs;
  query.Start(document);
  while (query.Next()) {
    JUESUAN_TRY(const Json list, Json::Parse(query.Text(1)));
    for (const Json& item : list.Items()) {
      const std::vector<Json> parts = item.Items();
      if (parts.size() < 3) return MakeError(ErrorCode::kMalformed, "a proof of no record");
      const auto number = [&](size_t at) { return static_cast<int>(parts[at].AsNumber()); };
      std::vector<std::string>& evidence =
          proofs.evidence_[{query.Int(0), number(0), number(1), number(2)}];
      for (size_t i = 3; i < parts.size(); ++i) evidence.push_back(parts[i].AsString());
    }
  }
  JUESUAN_RETURN_IF_ERROR(query.status());
  return proofs;
}

const std::vector<std::string>* Proofs::Find(int table, int row, int col, int n) const {
  const auto found = evidence_.find({table, row, col, n});
  return found == evidence_.end() ? nullptr : &found->second;
}

}  // namespace juesuan
