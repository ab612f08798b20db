# Writes OUT: the SQL files of FOLDER as a C++ table, so that the program needs none of them at run time.
# A file is NNN_name.sql; NNN is the version it leads to.
file(GLOB files ${FOLDER}/*.sql)
list(SORT files)
set(rows "")
foreach(path IN LISTS files)
  file(READ ${path} sql)
  get_filename_component(name ${path} NAME)
  string(REGEX MATCH "^[0-9]+" digits ${name})
  math(EXPR version "1${digits} - 1000")
  string(APPEND rows "      {${version}, R\"sql(${sql})sql\"},\n")
endforeach()
file(WRITE ${OUT} "#include \"store/migrations.h\"

namespace juesuan {

const std::vector<Migration>& Migrations() {
  static const std::vector<Migration> migrations = {
${rows}  };
  return migrations;
}

}  // namespace juesuan
")
