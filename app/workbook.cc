#include "app/workbook.h"

#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <string>
#include <tuple>

#include "base/files.h"
#include "base/text.h"

namespace juesuan {
namespace {

constexpr size_t kLongestText = 32000;    // Excel: 32,767 characters
constexpr size_t kLongestComment = 4000;  // more than anybody reads in a box
constexpr int kMostLinks = 65000;         // Excel: 65,530 a sheet
constexpr int kCommentColumns = 56;       // of its box, half a Chinese character each
constexpr time_t kMadeOn = 315532800;     // 1980-01-01, as the entries of the zip file say
constexpr char kTypeface[] = "SimSun";

// Without what XML cannot hold, at most `longest` characters.
std::string Writable(const std::string& text, size_t longest) {
  std::u32string out;
  for (const char32_t c : ToCodePoints(text)) {
    if ((c < 0x20 && c != '\n' && c != '\t') || c == 0xFFFE || c == 0xFFFF) continue;
    if (out.size() == longest) {
      out.back() = U'…';
      break;
    }
    out += c;
  }
  return ToUtf8(out);
}

// The nearest binary number: nothing is worked out with it.
double ToExcel(const Decimal& number) {
  const std::string text = number.ToString();
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// "#,##0.00"
std::string NumberFormat(const SheetCell& cell) {
  std::string format = cell.separators ? "#,##0" : "0";
  if (cell.number->scale > 0) format += "." + std::string(cell.number->scale, '0');
  return cell.percent ? format + "\"%\"" : format;
}

class File {
 public:
  explicit File(const std::string& path) : book_(workbook_new(path.c_str())) {
    lxw_doc_properties properties{};
    properties.created = kMadeOn;
    Note(workbook_set_properties(book_, &properties));
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (book_ != nullptr) workbook_close(book_);
  }

  void Add(const Sheet& sheet) {
    lxw_worksheet* page = workbook_add_worksheet(book_, sheet.name.c_str());
    if (page == nullptr) return Note(LXW_ERROR_SHEETNAME_ALREADY_USED);
    links_ = 0;
    Lay(sheet, page);
    for (const SheetCell& cell : sheet.cells) Put(cell, page);
  }

  Status Close() {
    lxw_workbook* book = book_;
    book_ = nullptr;
    Note(workbook_close(book));
    if (error_ == LXW_NO_ERROR) return Ok();
    return MakeError(ErrorCode::kExternal,
                     std::string("cannot write the workbook: ") + lxw_strerror(error_));
  }

 private:
  using Look = std::tuple<Fill, Align, bool, bool, int, bool, std::string>;

  void Note(lxw_error error) {
    if (error_ == LXW_NO_ERROR) error_ = error;
  }

  void Lay(const Sheet& sheet, lxw_worksheet* page) {
    double width = 0;
    for (size_t col = 0; col < sheet.widths.size(); ++col) {
      const auto at = static_cast<lxw_col_t>(col);
      Note(worksheet_set_column(page, at, at, sheet.widths[col], nullptr));
      width += sheet.widths[col];
    }
    for (size_t row = 0; row < sheet.heights.size(); ++row)
      if (sheet.heights[row] > 0)
        Note(worksheet_set_row(page, static_cast<lxw_row_t>(row), sheet.heights[row], nullptr));
    if (sheet.frozen_rows > 0) {
      worksheet_freeze_panes(page, static_cast<lxw_row_t>(sheet.frozen_rows), 0);
      Note(worksheet_repeat_rows(page, 0, static_cast<lxw_row_t>(sheet.frozen_rows - 1)));
    }
    if (sheet.filter)
      Note(worksheet_autofilter(page, static_cast<lxw_row_t>(sheet.filter->row), 0,
                                static_cast<lxw_row_t>(sheet.filter->last_row),
                                static_cast<lxw_col_t>(sheet.filter->last_col)));
    worksheet_set_paper(page, 9);  // A4
    if (width > 90) worksheet_set_landscape(page);
    worksheet_fit_to_pages(page, 1, 0);
    Note(worksheet_ignore_errors(page, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"));
    worksheet_set_comments_author(page, "juesuan");
  }

  void Put(const SheetCell& cell, lxw_worksheet* page) {
    const auto row = static_cast<lxw_row_t>(cell.row);
    const auto col = static_cast<lxw_col_t>(cell.col);
    lxw_format* look = FormatOf(cell);
    const std::string text = Writable(cell.text, kLongestText);
    if (cell.row_span > 1 || cell.col_span > 1)
      Note(worksheet_merge_range(page, row, col,
                                 static_cast<lxw_row_t>(cell.row + cell.row_span - 1),
                                 static_cast<lxw_col_t>(cell.col + cell.col_span - 1), "", look));
    if (!cell.link.empty() && links_ < kMostLinks) {
      ++links_;
      Note(worksheet_write_url(page, row, col, cell.link.c_str(), look));
    }
    if (cell.number) {
      Note(worksheet_write_number(page, row, col, ToExcel(*cell.number), look));
    } else {
      Note(worksheet_write_string(page, row, col, text.c_str(), look));
    }
    if (!cell.comment.empty()) Comment(cell, page);
  }

  void Comment(const SheetCell& cell, lxw_worksheet* page) {
    const std::string text = Writable(cell.comment, kLongestComment);
    int lines = 1;
    for (const std::string& line : Split(text, '\n'))
      lines += 1 + DisplayWidth(line) / kCommentColumns;
    lxw_comment_options options{};
    options.width = 360;
    options.height = static_cast<uint16_t>(std::min(20 + 16 * lines, 600));
    std::string typeface = kTypeface;
    options.font_name = typeface.data();
    options.font_size = 9;
    Note(worksheet_write_comment_opt(page, static_cast<lxw_row_t>(cell.row),
                                     static_cast<lxw_col_t>(cell.col), text.c_str(), &options));
  }

  lxw_format* FormatOf(const SheetCell& cell) {
    const std::string number = cell.number ? NumberFormat(cell) : "";
    const Look look{cell.fill, cell.align,         cell.bold, cell.bordered,
                    cell.size, !cell.link.empty(), number};
    const auto [found, is_new] = formats_.emplace(look, nullptr);
    if (!is_new) return found->second;
    lxw_format* format = found->second = workbook_add_format(book_);
    format_set_font_name(format, kTypeface);
    format_set_font_size(format, cell.size);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_align(format, cell.align == Align::kRight    ? LXW_ALIGN_RIGHT
                             : cell.align == Align::kCentre ? LXW_ALIGN_CENTER
                                                            : LXW_ALIGN_LEFT);
    if (!cell.number) format_set_text_wrap(format);
    if (!number.empty()) format_set_num_format(format, number.c_str());
    if (cell.bold) format_set_bold(format);
    if (cell.bordered) format_set_border(format, LXW_BORDER_THIN);
    if (const std::optional<int> colour = ColourOf(cell.fill))
      format_set_bg_color(format, static_cast<lxw_color_t>(*colour));
    if (!cell.link.empty()) {
      format_set_font_color(format, LXW_COLOR_BLUE);
      format_set_underline(format, LXW_UNDERLINE_SINGLE);
    }
    return format;
  }

  lxw_workbook* book_;
  std::map<Look, lxw_format*> formats_;
  lxw_error error_ = LXW_NO_ERROR;
  int links_ = 0;
};

}  // namespace

std::optional<int> ColourOf(Fill fill) {
  switch (fill) {
    case Fill::kNone:
      return std::nullopt;
    case Fill::kHeader:
      return 0xEDEDED;
    case Fill::kProven:
      return 0xE2F0D9;
    case Fill::kCorrected:
      return 0xE4DFEC;
    case Fill::kRepaired:
      return 0xDDEBF7;
    case Fill::kInvolved:
      return 0xFBE0DD;
    case Fill::kUnread:
      return 0xBFBFBF;
    case Fill::kSuspect:
      return 0xFFE699;
    case Fill::kViolated:
      return 0xF4998E;
  }
  return std::nullopt;
}

Status WriteWorkbook(const std::vector<Sheet>& sheets, const std::filesystem::path& path) {
  const std::filesystem::path temporary = TemporaryFor(path);
  File file(temporary.string());
  for (const Sheet& sheet : sheets) file.Add(sheet);
  Status written = file.Close();
  if (written.ok()) return CommitTemporary(path);
  ::unlink(temporary.c_str());
  written.error().where.file = path.string();
  return written;
}

}  // namespace juesuan
