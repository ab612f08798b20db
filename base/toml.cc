#include "base/toml.h"

#include <toml++/toml.h>

#include <algorithm>
#include <utility>

namespace juesuan {

struct TomlValue::Rep {
  std::shared_ptr<toml::table> file;
  std::shared_ptr<TomlComplaint> complaint;
  const toml::node* node = nullptr;  // in *file; nullptr: nothing there
  int line = 0;

  std::shared_ptr<const Rep> Child(const toml::node* child, int fallback_line) const {
    auto rep = std::make_shared<Rep>(*this);
    rep->node = child;
    rep->line = child == nullptr ? fallback_line : static_cast<int>(child->source().begin.line);
    return rep;
  }
  const toml::node* Find(std::string_view key) const {
    const toml::table* table = node == nullptr ? nullptr : node->as_table();
    return table == nullptr ? nullptr : table->get(key);
  }
};

namespace {

std::string Quoted(std::string_view key) { return "\"" + std::string(key) + "\""; }

}  // namespace

void TomlComplaint::Add(int line, const std::string& why) {
  if (error_) return;
  error_ = MakeError(ErrorCode::kMalformed, "line " + std::to_string(line) + ": " + why);
  error_->where.file = file_;
}

Result<TomlValue> TomlValue::Parse(std::string_view text, const std::string& name) {
  auto rep = std::make_shared<Rep>();
  rep->complaint = std::make_shared<TomlComplaint>(name);
  rep->line = 1;
  try {
    rep->file = std::make_shared<toml::table>(toml::parse(text, name));
  } catch (const toml::parse_error& error) {
    rep->complaint->Add(static_cast<int>(error.source().begin.line),
                        std::string(error.description()));
    return rep->complaint->Take();
  }
  rep->node = rep->file.get();
  return TomlValue(std::move(rep));
}

int TomlValue::line() const { return rep_->line; }
bool TomlValue::IsText() const { return rep_->node != nullptr && rep_->node->is_string(); }
bool TomlValue::IsInt() const { return rep_->node != nullptr && rep_->node->is_integer(); }
bool TomlValue::IsList() const { return rep_->node != nullptr && rep_->node->is_array(); }
bool TomlValue::IsTable() const { return rep_->node != nullptr && rep_->node->is_table(); }

bool TomlValue::Has(std::string_view key) const { return rep_->Find(key) != nullptr; }

std::vector<std::string> TomlValue::Keys() const {
  std::vector<std::string> keys;
  if (!IsTable()) return keys;
  for (const auto& [key, node] : *rep_->node->as_table()) keys.emplace_back(key.str());
  return keys;
}

void TomlValue::AllowOnly(std::initializer_list<std::string_view> keys) const {
  if (!IsTable()) return;
  for (const auto& [key, node] : *rep_->node->as_table())
    if (std::find(keys.begin(), keys.end(), key.str()) == keys.end())
      rep_->complaint->Add(static_cast<int>(key.source().begin.line),
                           "unknown key " + Quoted(key.str()));
}

TomlValue TomlValue::At(std::string_view key) const {
  const toml::node* found = rep_->Find(key);
  if (found == nullptr) Complain(Quoted(key) + " is missing");
  return TomlValue(rep_->Child(found, line()));
}

std::string TomlValue::Text(std::string_view key) const {
  const TomlValue value = At(key);
  if (value.rep_->node == nullptr) return "";
  const std::string text = value.AsTextOrEmpty();
  if (text.empty()) value.Complain(Quoted(key) + " must be words");
  return text;
}

std::string TomlValue::TextOr(std::string_view key, std::string_view fallback) const {
  return Has(key) ? Text(key) : std::string(fallback);
}

int64_t TomlValue::IntOr(std::string_view key, int64_t fallback) const {
  if (!Has(key)) return fallback;
  const TomlValue value = At(key);
  if (!value.IsInt()) value.Complain(Quoted(key) + " must be a whole number");
  return value.rep_->node->value<int64_t>().value_or(fallback);
}

bool TomlValue::BoolOr(std::string_view key, bool fallback) const {
  if (!Has(key)) return fallback;
  const TomlValue value = At(key);
  if (!value.rep_->node->is_boolean()) value.Complain(Quoted(key) + " must be true or false");
  return value.rep_->node->value<bool>().value_or(fallback);
}

std::vector<std::string> TomlValue::TextsOr(std::string_view key) const {
  return Has(key) ? At(key).AsTexts() : std::vector<std::string>{};
}

std::vector<TomlValue> TomlValue::Tables(std::string_view key) const {
  std::vector<TomlValue> tables;
  if (!Has(key)) return tables;
  const TomlValue list = At(key);
  for (const TomlValue& item : list.Items()) {
    if (!item.IsTable()) item.Complain(Quoted(key) + " must be a list of tables");
    if (item.IsTable()) tables.push_back(item);
  }
  return tables;
}

std::vector<TomlValue> TomlValue::Items() const {
  std::vector<TomlValue> items;
  if (!IsList()) {
    Complain("a list is wanted here");
    return items;
  }
  for (const toml::node& node : *rep_->node->as_array())
    items.push_back(TomlValue(rep_->Child(&node, line())));
  return items;
}

std::string TomlValue::AsText() const {
  if (!IsText()) Complain("words are wanted here");
  return AsTextOrEmpty();
}

std::string TomlValue::AsTextOrEmpty() const {
  return IsText() ? rep_->node->value<std::string>().value_or("") : "";
}

std::vector<std::string> TomlValue::AsTexts() const {
  std::vector<std::string> texts;
  for (const TomlValue& item : Items()) texts.push_back(item.AsText());
  return texts;
}

void TomlValue::Complain(const std::string& why) const { rep_->complaint->Add(line(), why); }
const TomlComplaint& TomlValue::complaint() const { return *rep_->complaint; }

}  // namespace juesuan
