#include "check/structure.h"

namespace juesuan {
bool IsStructure(std::string_view) { return false; }
bool IsStructureSetting(std::string_view, std::string_view) { return false; }
std::vector<StructureResult> RunStructure(const StructureInput&) { return {}; }
}  // namespace juesuan
