#include "store/migrations.h"

#include <gtest/gtest.h>

#include "sample_document.h"

namespace juesuan {
namespace {

const std::vector<Migration> kFirst = {{1, "CREATE TABLE a (x); INSERT INTO a VALUES (7)"}};
const std::vector<Migration> kBoth = {kFirst[0], {2, "ALTER TABLE a ADD COLUMN y DEFAULT 3"}};
const std::vector<Migration> kBroken = {kFirst[0], {2, "CREATE TABLE b (x); CREATE TABLE a (x)"}};

TEST(Migrate, GoesOnFromWhereTheDatabaseStands) {
  TempDir dir;
  Result<Connection> connection = Connection::Open(dir / "a.db", true);
  ASSERT_TRUE(Migrate(*connection, kFirst).ok());
  ASSERT_TRUE(Migrate(*connection, kBoth).ok());
  ASSERT_TRUE(Migrate(*connection, kBoth).ok());
  EXPECT_EQ(*connection->Scalar("SELECT x * 10 + y FROM a"), 73);
  EXPECT_EQ(*connection->Scalar("PRAGMA user_version"), 2);
}

TEST(Migrate, RefusesANewerDatabase) {
  TempDir dir;
  Result<Connection> connection = Connection::Open(dir / "a.db", true);
  ASSERT_TRUE(Migrate(*connection, kBoth).ok());
  const Status status = Migrate(*connection, kFirst);
  ASSERT_FALSE(status.ok());
  EXPECT_EQ(status.error().code, ErrorCode::kUnsupported);
  EXPECT_NE(status.error().message.find("version 2"), std::string::npos);
}

TEST(Migrate, AStepThatFailsLeavesNothing) {
  TempDir dir;
  Result<Connection> connection = Connection::Open(dir / "a.db", true);
  ASSERT_TRUE(Migrate(*connection, kFirst).ok());
  EXPECT_FALSE(Migrate(*connection, kBroken).ok());
  EXPECT_EQ(*connection->Scalar("PRAGMA user_version"), 1);
  EXPECT_EQ(*connection->Scalar("SELECT count(*) FROM sqlite_schema"), 1);
}

TEST(Migrations, AreNumberedFromOne) {
  int expected = 1;
  for (const Migration& migration : Migrations()) EXPECT_EQ(migration.version, expected++);
  EXPECT_GT(expected, 1);
}

TEST(Migrations, GiveATableWithoutFloatingPoint) {
  TempDir dir;
  Result<Database> database = Database::Open(dir / "a.db");
  const std::string columns =
      "SELECT count(*) FROM sqlite_schema s, pragma_table_info(s.name) c WHERE c.type ";
  EXPECT_GT(*database->connection().Scalar(columns + "= 'INTEGER'"), 50);
  EXPECT_EQ(*database->connection().Scalar(columns + "NOT IN ('INTEGER', 'TEXT')"), 0);
}

}  // namespace
}  // namespace juesuan
