#include "base/json.h"

#include <nlohmann/json.hpp>

namespace juesuan {

using Value = nlohmann::ordered_json;

struct Json::Rep {
  Value value;
};

Json::Json() : rep_(std::make_unique<Rep>()) {}
Json::Json(const Json& other) : rep_(std::make_unique<Rep>(*other.rep_)) {}
Json::Json(Json&& other) noexcept = default;
Json& Json::operator=(const Json& other) {
  if (this != &other) rep_ = std::make_unique<Rep>(*other.rep_);
  return *this;
}
Json& Json::operator=(Json&& other) noexcept = default;
Json::~Json() = default;
Json::Json(std::unique_ptr<Rep> rep) : rep_(std::move(rep)) {}

Json Json::Object() {
  Json json;
  json.rep_->value = Value::object();
  return json;
}

Json Json::Array() {
  Json json;
  json.rep_->value = Value::array();
  return json;
}

Result<Json> Json::Parse(std::string_view text) {
  auto rep = std::make_unique<Rep>();
  rep->value = Value::parse(text, nullptr, /*allow_exceptions=*/false);
  if (rep->value.is_discarded()) return MakeError(ErrorCode::kMalformed, "not valid JSON");
  return Json(std::move(rep));
}

namespace {

// The member `key` of an object, or null.
const Value* Find(const Value& value, std::string_view key) {
  if (!value.is_object()) return nullptr;
  const auto it = value.find(std::string(key));
  return it == value.end() || it->is_null() ? nullptr : &*it;
}

Value BoxValue(const Box& box) {
  const Box r = Round2(box);
  return Value::array({r.x0, r.y0, r.x1, r.y1});
}

}  // namespace

Json& Json::Set(std::string_view key, std::string_view value) {
  rep_->value[std::string(key)] = std::string(value);
  return *this;
}
Json& Json::Set(std::string_view key, int64_t value) {
  rep_->value[std::string(key)] = value;
  return *this;
}
Json& Json::Set(std::string_view key, double value) {
  rep_->value[std::string(key)] = value;
  return *this;
}
Json& Json::Set(std::string_view key, bool value) {
  rep_->value[std::string(key)] = value;
  return *this;
}
Json& Json::Set(std::string_view key, std::nullptr_t) {
  rep_->value[std::string(key)] = nullptr;
  return *this;
}
Json& Json::Set(std::string_view key, const Box& box) {
  rep_->value[std::string(key)] = BoxValue(box);
  return *this;
}
Json& Json::Set(std::string_view key, Json value) {
  rep_->value[std::string(key)] = std::move(value.rep_->value);
  return *this;
}
Json& Json::Set(std::string_view key, const std::vector<std::string>& values) {
  rep_->value[std::string(key)] = values;
  return *this;
}
Json& Json::Set(std::string_view key, const std::optional<int64_t>& value) {
  if (value) return Set(key, *value);
  return Set(key, nullptr);
}
Json& Json::Push(std::string_view value) {
  rep_->value.push_back(std::string(value));
  return *this;
}
Json& Json::Push(int64_t value) {
  rep_->value.push_back(value);
  return *this;
}
Json& Json::Push(double value) {
  rep_->value.push_back(value);
  return *this;
}
Json& Json::Push(Json value) {
  rep_->value.push_back(std::move(value.rep_->value));
  return *this;
}

bool Json::IsNull() const { return rep_->value.is_null(); }
bool Json::IsObject() const { return rep_->value.is_object(); }
bool Json::IsArray() const { return rep_->value.is_array(); }
bool Json::Has(std::string_view key) const { return Find(rep_->value, key) != nullptr; }

std::string Json::Str(std::string_view key, std::string_view fallback) const {
  const Value* v = Find(rep_->value, key);
  return v != nullptr && v->is_string() ? v->get<std::string>() : std::string(fallback);
}
int64_t Json::Int(std::string_view key, int64_t fallback) const {
  return MaybeInt(key).value_or(fallback);
}
std::optional<int64_t> Json::MaybeInt(std::string_view key) const {
  const Value* v = Find(rep_->value, key);
  if (v == nullptr || !v->is_number_integer()) return std::nullopt;
  return v->get<int64_t>();
}
double Json::Num(std::string_view key, double fallback) const {
  const Value* v = Find(rep_->value, key);
  return v != nullptr && v->is_number() ? v->get<double>() : fallback;
}
bool Json::Bool(std::string_view key, bool fallback) const {
  const Value* v = Find(rep_->value, key);
  return v != nullptr && v->is_boolean() ? v->get<bool>() : fallback;
}
Box Json::GetBox(std::string_view key) const {
  const std::vector<double> n = Numbers(key);
  return n.size() == 4 ? Box{n[0], n[1], n[2], n[3]} : Box{};
}
Json Json::At(std::string_view key) const {
  Json out;
  if (const Value* v = Find(rep_->value, key)) out.rep_->value = *v;
  return out;
}
std::vector<Json> Json::Items() const {
  std::vector<Json> items;
  if (!rep_->value.is_array()) return items;
  items.reserve(rep_->value.size());
  for (const Value& v : rep_->value) items.push_back(Json(std::make_unique<Rep>(Rep{v})));
  return items;
}
std::vector<Json> Json::Items(std::string_view key) const { return At(key).Items(); }
std::vector<std::string> Json::Strings(std::string_view key) const {
  std::vector<std::string> out;
  const Value* v = Find(rep_->value, key);
  if (v == nullptr || !v->is_array()) return out;
  for (const Value& item : *v)
    if (item.is_string()) out.push_back(item.get<std::string>());
  return out;
}
std::vector<double> Json::Numbers(std::string_view key) const {
  std::vector<double> out;
  const Value* v = Find(rep_->value, key);
  if (v == nullptr || !v->is_array()) return out;
  for (const Value& item : *v)
    if (item.is_number()) out.push_back(item.get<double>());
  return out;
}
std::string Json::AsString() const {
  return rep_->value.is_string() ? rep_->value.get<std::string>() : "";
}
double Json::AsNumber() const { return rep_->value.is_number() ? rep_->value.get<double>() : 0; }

std::string Json::Dump() const {
  return rep_->value.dump(-1, ' ', false, Value::error_handler_t::replace);
}

}  // namespace juesuan
