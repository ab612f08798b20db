// The seed's performance forms as tables with merged cells, from their gold records: the
// transcription shifts their columns, the records stand under the right headers.
#pragma once

#include <string>
#include <vector>

#include "corpus/disclosure.h"

namespace juesuan {

// The records of one printed table, in the gold's order, with their forms (PERF.SE.FUNDS, …).
using GoldRecords = std::vector<TruthRecord>;

bool IsSelfEvaluation(const GoldRecords& records);
bool IsReportIndicators(const GoldRecords& records);
bool IsTransfer(const GoldRecords& records);

// 项目支出绩效自评表: funds, indicators, total; the words around them come from the transcribed
// rows.
Table SelfEvaluationTable(const GoldRecords& records,
                          const std::vector<std::vector<std::string>>& transcribed,
                          std::vector<TruthRecord>* truth);

// 转移支付绩效自评表, its words from the transcribed rows; the records get its project.
Table TransferTable(const GoldRecords& records,
                    const std::vector<std::vector<std::string>>& transcribed,
                    std::vector<TruthRecord>* truth);

// 绩效指标完成情况 of the report.
Table ReportIndicatorTable(const GoldRecords& records, std::vector<TruthRecord>* truth);

}  // namespace juesuan
