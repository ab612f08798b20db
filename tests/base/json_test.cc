#include "base/json.h"

#include <gtest/gtest.h>

namespace juesuan {
namespace {

TEST(Json, KeepsTheOrderInWhichKeysWereSet) {
  Json json = Json::Object();
  json.Set("b", 1).Set("a", "决算").Set("box", Box{1.234, 2, 3, 4}).Set("none", nullptr);
  json.Set("yes", true).Set("list", std::vector<std::string>{"x"});
  json.Set("maybe", std::optional<int64_t>());
  EXPECT_EQ(json.Dump(), R"({"b":1,"a":"决算","box":[1.23,2.0,3.0,4.0],"none":null,"yes":true,)"
                         R"("list":["x"],"maybe":null})");
}

TEST(Json, GivesTheFallbackWhereThereIsNothingFit) {
  const Json json = *Json::Parse(R"({"n":1.5,"s":"x","i":7,"null":null,"a":[1,"t",2]})");
  EXPECT_EQ(json.Int("n", -1), -1);
  EXPECT_EQ(json.Int("i"), 7);
  EXPECT_EQ(json.Num("i"), 7);
  EXPECT_EQ(json.Str("n", "f"), "f");
  EXPECT_FALSE(json.Has("null"));
  EXPECT_FALSE(json.Has("missing"));
  EXPECT_EQ(json.MaybeInt("missing"), std::nullopt);
  EXPECT_TRUE(json.Bool("missing", true));
  EXPECT_EQ(json.Numbers("a"), (std::vector<double>{1, 2}));
  EXPECT_EQ(json.Strings("a"), (std::vector<std::string>{"t"}));
  EXPECT_EQ(json.GetBox("a"), Box{});
  EXPECT_TRUE(json.At("missing").IsNull());
  EXPECT_TRUE(json.Items("s").empty());
}

TEST(Json, RefusesBrokenText) {
  for (const char* text : {"", "{", "{\"a\":}", "[1,]", "{} x", "nan"})
    EXPECT_EQ(Json::Parse(text).error().code, ErrorCode::kMalformed) << text;
}

TEST(Json, CopiesAreApart) {
  Json a = Json::Object();
  a.Set("x", 1);
  Json b = a;
  b.Set("x", 2);
  EXPECT_EQ(a.Int("x"), 1);
}

TEST(Json, WritesInvalidUtf8AsReplacement) {
  Json json = Json::Object();
  EXPECT_EQ(json.Set("t", "a\xFF").Dump(), "{\"t\":\"a\uFFFD\"}");
}

}  // namespace
}  // namespace juesuan
