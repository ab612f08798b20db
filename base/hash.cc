#include "base/hash.h"

#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <memory>

namespace juesuan {
namespace {

class Digest {
 public:
  Digest() : context_(EVP_MD_CTX_new(), EVP_MD_CTX_free) {
    JUESUAN_CHECK(context_ && EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1);
  }
  void Add(std::string_view bytes) {
    JUESUAN_CHECK(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1);
  }
  std::string Hex() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> raw{};
    unsigned length = 0;
    JUESUAN_CHECK(EVP_DigestFinal_ex(context_.get(), raw.data(), &length) == 1);
    constexpr char kHex[] = "0123456789abcdef";
    std::string text;
    for (unsigned i = 0; i < length; ++i) {
      text += kHex[raw[i] >> 4];
      text += kHex[raw[i] & 15];
    }
    return text;
  }

 private:
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_;
};

}  // namespace

std::string Sha256(std::string_view bytes) {
  Digest digest;
  digest.Add(bytes);
  return digest.Hex();
}

Result<std::string> Sha256OfFile(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return MakeError(ErrorCode::kNotFound, "cannot open '" + path.string() + "'");
  Digest digest;
  std::array<char, 1 << 16> buffer{};
  while (in) {
    in.read(buffer.data(), buffer.size());
    digest.Add({buffer.data(), static_cast<size_t>(in.gcount())});
  }
  if (in.bad()) return MakeError(ErrorCode::kExternal, "cannot read '" + path.string() + "'");
  return digest.Hex();
}

std::string KeyOf(const std::vector<std::string>& parts) {
  Digest digest;
  for (const std::string& part : parts) {
    digest.Add(std::to_string(part.size()) + ":");
    digest.Add(part);
  }
  return digest.Hex().substr(0, 16);
}

}  // namespace juesuan
