// juesuan: the program. Reads the command line and hands over to a command.
#include <CLI/CLI.hpp>
#include <clocale>
#include <map>

#include "app/commands.h"
#include "app/doctor.h"
#include "app/language.h"
#include "base/one_thread.h"
#include "base/work_folder.h"

// jemalloc asks for it. A page's pictures are given back and taken again: memory that was used
// stays.
extern "C" const char* malloc_conf;
const char* malloc_conf = "dirty_decay_ms:-1";

namespace juesuan {
namespace {

const std::map<std::string, TextMode> kTextModes = {
    {"auto", TextMode::kAuto}, {"layer", TextMode::kLayer}, {"ocr", TextMode::kOcr}};
const std::map<std::string, EngineChoice> kEngines = {{"auto", EngineChoice::kAuto},
                                                      {"ppocr", EngineChoice::kPpocr},
                                                      {"tesseract", EngineChoice::kTesseract}};
constexpr int kLeastDpi = 72, kMostDpi = 600;

std::string DatabaseHelp() { return Say("the database file", "数据库文件"); }

std::string DocumentHelp() {
  return Say("id (or its beginning) or file name", "文件编号（可只写开头）或文件名");
}

std::string OutHelp() {
  return Say("file (default: standard output); for xlsx a file or a folder",
             "输出文件（默认：标准输出）；xlsx 可为文件或文件夹");
}

void AddRun(CLI::App& app, RunOptions& options, int& exit) {
  CLI::App* run =
      app.add_subcommand("run", Say("read PDFs into the database", "读取 PDF，结果存入数据库"));
  run->add_option("PATH", options.paths,
                  Say("files, folders (recursive), - for a list on standard input",
                      "文件、文件夹（含子文件夹），- 表示从标准输入读清单"))
      ->required();
  run->add_option("--db", options.database, DatabaseHelp())->required();
  run->add_option("--work", options.work,
                  Say("work folder (default: DB.work)", "工作文件夹（默认：数据库名.work）"));
  run->add_option("--jobs", options.jobs,
                  Say("worker processes (default: one a core)", "工作进程数（默认：每核一个）"))
      ->check(CLI::Range(1, 256));
  run->add_option("--text", options.text,
                  Say("auto: the text layer where it is sound; layer; ocr: pixels always",
                      "auto：文字层可靠时用文字层；layer；ocr：一律识别图像"))
      ->transform(CLI::CheckedTransformer(kTextModes));
  run->add_option("--engine", options.engine, Say("recognition engine", "识别引擎"))
      ->transform(CLI::CheckedTransformer(kEngines));
  run->add_option("--dpi", options.dpi, Say("resolution of pictures", "图像分辨率"))
      ->check(CLI::Range(kLeastDpi, kMostDpi))
      ->capture_default_str();
  run->add_option("--forms", options.forms, Say("folder of form packs", "表式包文件夹"));
  run->add_option("--rules", options.rules, Say("folder of rule packs", "规则包文件夹"));
  run->add_flag("--force", options.force, Say("work on everything again", "全部重做"));
  run->add_flag("--explain", options.explain,
                Say("say why a stage ran again", "说明各阶段为何重做"));
  run->add_flag("--dry-run", options.dry_run, Say("only say what would be done", "只说明要做什么"));
  CLI::Option* quiet = run->add_flag("--quiet", options.quiet, Say("failures only", "只报失败"));
  run->add_flag("--json", options.json,
                Say("one JSON line a document on standard output", "标准输出每份文件一行 JSON"))
      ->excludes(quiet);
  run->callback([&options, &exit] { exit = RunCommand(options); });
}

void AddStatus(CLI::App& app, StatusOptions& options, int& exit) {
  CLI::App* status = app.add_subcommand("status", Say("what the database holds", "数据库里有什么"));
  status->add_option("--db", options.database, DatabaseHelp())->required();
  status->add_flag("--json", options.json, "JSON");
  status->callback([&options, &exit] { exit = StatusCommand(options); });
}

void AddCheck(CLI::App& app, CheckOptions& options, int& exit) {
  CLI::App* check = app.add_subcommand(
      "check", Say("apply the rules again, reading no PDF", "重新套用规则，不再读取 PDF"));
  check->add_option("--db", options.database, DatabaseHelp())->required();
  check->add_option("--document", options.document, DocumentHelp());
  check->add_option("--rules", options.rules, Say("folder of rule packs", "规则包文件夹"));
  check->add_option("--forms", options.forms, Say("folder of form packs", "表式包文件夹"));
  check->add_flag("--json", options.json,
                  Say("one JSON line a document on standard output, with every instance of a rule",
                      "标准输出每份文件一行 JSON，含每条规则的每次核对"));
  check
      ->add_option("--jobs", options.jobs,
                   Say("processes (default: one a core)", "进程数（默认：每核一个）"))
      ->check(CLI::Range(1, 256));
  check->callback([&options, &exit] { exit = CheckCommand(options); });
}

void AddFindings(CLI::App& app, FindingsOptions& options, int& exit) {
  CLI::App* findings = app.add_subcommand("findings", Say("what does not hold", "哪些数字对不上"));
  findings->add_option("--db", options.database, DatabaseHelp())->required();
  findings->add_option("--document", options.document, DocumentHelp());
  findings->add_option("--rule", options.rule, Say("id of a rule", "规则编号"));
  findings->add_option("--severity", options.severity, "high|medium|low|info")
      ->check(CLI::IsMember({"high", "medium", "low", "info"}));
  findings->add_option("--verdict", options.verdict, "source|extraction|rounding|undecided")
      ->check(CLI::IsMember({"source", "extraction", "rounding", "undecided"}));
  findings->add_option("--format", options.format, "table|jsonl|csv|xlsx")
      ->check(CLI::IsMember({"table", "jsonl", "csv", "xlsx"}))
      ->capture_default_str();
  findings->add_option("--out", options.out, OutHelp());
  findings->callback([&options, &exit] { exit = FindingsCommand(options); });
}

void AddRules(CLI::App& app, RulesOptions& options, int& exit) {
  CLI::App* rules = app.add_subcommand("rules", Say("the rules in words", "规则及其文字说明"));
  rules->add_option("--rules", options.rules, Say("folder of rule packs", "规则包文件夹"));
  rules->add_option("--forms", options.forms, Say("folder of form packs", "表式包文件夹"));
  rules->callback([&options, &exit] { exit = RulesCommand(options); });
}

void AddExport(CLI::App& app, ExportOptions& options, int& exit) {
  CLI::App* command = app.add_subcommand("export", Say("write what was read", "导出读取结果"));
  command->add_option("--db", options.database, DatabaseHelp())->required();
  command
      ->add_option("--what", options.what,
                   "documents|tables|records|narrative|indicators|findings|rejects")
      ->check(CLI::IsMember(
          {"documents", "tables", "records", "narrative", "indicators", "findings", "rejects"}));
  command->add_option("--format", options.format, "jsonl|csv|xlsx")
      ->required()
      ->check(CLI::IsMember({"jsonl", "csv", "xlsx"}));
  command->add_option("--document", options.document, DocumentHelp());
  command->add_option("--out", options.out, OutHelp());
  command->callback([&options, &exit] { exit = ExportCommand(options); });
}

void AddShow(CLI::App& app, ShowOptions& options, int& exit) {
  CLI::App* show = app.add_subcommand(
      "show", Say("draw a page with table, cell and key boxes", "画出一页及其表格、单元格和键"));
  show->add_option("--db", options.database, DatabaseHelp())->required();
  show->add_option("--document", options.document, DocumentHelp())->required();
  show->add_option("--page", options.page, Say("page, from 1", "页码，从 1 起"))->required();
  show->add_option("--out", options.out, "PNG")->required();
  show->add_option("--work", options.work,
                   Say("work folder (default: DB.work)", "工作文件夹（默认：数据库名.work）"));
  show->add_option("--pdf", options.pdf, Say("the PDF, if it was moved", "PDF 文件（若已移动）"));
  show->add_option("--dpi", options.dpi, Say("resolution of the picture", "图像分辨率"))
      ->check(CLI::Range(kLeastDpi, kMostDpi))
      ->capture_default_str();
  show->callback([&options, &exit] { exit = ShowCommand(options); });
}

int Main(int argc, char** argv) {
  CLI::App app{Say("juesuan: reads final-account disclosures and says what does not hold",
                   "juesuan（决算）：读取部门决算公开文件，指出哪些数字对不上"),
               "juesuan"};
  app.set_version_flag("--version", JUESUAN_VERSION);
  app.require_subcommand(1);
  int exit = 0;
  RunOptions run;
  StatusOptions status;
  CheckOptions check;
  FindingsOptions findings;
  RulesOptions rules;
  ExportOptions exported;
  ShowOptions show;
  AddRun(app, run, exit);
  AddStatus(app, status, exit);
  AddCheck(app, check, exit);
  AddFindings(app, findings, exit);
  AddRules(app, rules, exit);
  AddExport(app, exported, exit);
  AddShow(app, show, exit);
  app.add_subcommand("doctor", Say("engines, models, fonts: what is there and what is missing",
                                   "引擎、模型、字体：有什么、缺什么"))
      ->callback([&exit] { exit = Doctor(); });
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 1;
  }
  return exit;
}

}  // namespace
}  // namespace juesuan

int main(int argc, char** argv) {
  juesuan::KeepToOneThread(argv);
  return juesuan::Main(argc, argv);
}
