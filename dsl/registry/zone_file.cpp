// Time zone files: see zone_file.hpp.

#include "dsl/registry/zone_file.hpp"

#include <algorithm>
#include <filesystem>

#include "dsl/source/text_file.hpp"
#include "dsl/typed/value.hpp"

namespace kaoping::dsl {

namespace {

namespace fs = std::filesystem;

constexpr const char* zone_folder = "/usr/share/zoneinfo";

/// The folder holds all zones, and again, with and without leap seconds, below `right` and `posix`; `Factory` stands for none.
bool is_name(std::string_view name) {
    return !name.empty() && name.front() != '/' && name.find("..") == std::string_view::npos && !name.starts_with("posix") && !name.starts_with("right/") &&
           name != "Factory";
}

/// The numbers of a file, the highest byte first. Behind its end there are only zeros: whoever reads asks once whether it was reached.
class Numbers {
public:
    explicit Numbers(std::string_view bytes) : bytes_(bytes) {}

    std::int64_t take(std::size_t width) {
        std::uint64_t out = 0;
        for (std::size_t i = 0; i < width; ++i) out = out << 8 | byte();
        return width == 4 ? static_cast<std::int32_t>(out) : static_cast<std::int64_t>(out);
    }
    std::uint8_t byte() { return at_ < bytes_.size() ? static_cast<std::uint8_t>(bytes_[at_++]) : (beyond_ = true, std::uint8_t{0}); }
    void skip(std::size_t count) {
        beyond_ |= count > bytes_.size() - at_;
        at_ = std::min(at_ + count, bytes_.size());
    }
    [[nodiscard]] bool beyond() const { return beyond_; }
    [[nodiscard]] std::string_view rest() const { return bytes_.substr(at_); }

private:
    std::string_view bytes_;
    std::size_t at_ = 0;
    bool beyond_ = false;
};

/// What stands before each of the two blocks of a file: the first with times of four bytes, the second with times of eight.
struct Header {
    std::uint8_t version = 0;
    std::size_t utc = 0, standard = 0, leaps = 0, changes = 0, types = 0, letters = 0;

    [[nodiscard]] static std::optional<Header> read(Numbers& from) {
        Header out;
        if (!from.rest().starts_with("TZif")) return std::nullopt;
        from.skip(4);
        out.version = from.byte();
        from.skip(15);
        for (std::size_t* count : {&out.utc, &out.standard, &out.leaps, &out.changes, &out.types, &out.letters}) *count = static_cast<std::uint32_t>(from.take(4));
        if (from.beyond() || out.types == 0 || out.types > 256 || out.changes > from.rest().size()) return std::nullopt;
        return out;
    }
    /// Of the block, without the times of the changes, their types, and the types.
    [[nodiscard]] std::size_t tail_bytes(std::size_t width) const { return letters + leaps * (width + 4) + standard + utc; }
};

/// The second block, which counts in 64 bits.
std::optional<ZoneFile> read_block(Numbers& from, const Header& header) {
    std::vector<std::int64_t> begins(header.changes), offsets(header.types);
    std::vector<std::uint8_t> types(header.changes);
    constexpr std::int64_t far = std::int64_t{1} << 42;  // some files begin with the big bang, which would not fit as µs
    for (std::int64_t& begin : begins) begin = std::clamp(from.take(8), -far, far);
    for (std::uint8_t& type : types) type = from.byte();
    for (std::int64_t& offset : offsets) {
        offset = from.take(4);
        from.skip(2);  // summer time? name
    }
    ZoneFile out;
    out.pieces.push_back({0, offsets.front()});
    for (std::size_t i = 0; i < begins.size(); ++i) {
        if (types[i] >= offsets.size()) return std::nullopt;
        out.pieces.push_back({begins[i], offsets[types[i]]});
    }
    return out;
}

}  // namespace

std::vector<std::int64_t> ZoneFile::instants_of(std::int64_t local) const {
    std::vector<std::int64_t> out;
    for (std::size_t p = 0; p < pieces.size(); ++p) {
        const std::int64_t instant = local - pieces[p].offset * us_per_second;
        const bool begun = p == 0 || pieces[p].begin * us_per_second <= instant;
        const bool ended = p + 1 < pieces.size() && pieces[p + 1].begin * us_per_second <= instant;
        if (begun && !ended) out.push_back(instant);
    }
    return out;
}

std::optional<ZoneFile> parse_zone_file(std::string_view bytes) {
    Numbers from(bytes);
    const auto first = Header::read(from);
    if (!first || first->version < '2') return std::nullopt;
    from.skip(first->changes * 5 + first->types * 6 + first->tail_bytes(4));
    const auto second = Header::read(from);
    if (!second) return std::nullopt;
    auto out = read_block(from, *second);
    from.skip(second->tail_bytes(8));
    if (!out || from.beyond()) return std::nullopt;
    const std::string_view rule = from.rest();
    if (rule.size() < 2 || rule.front() != '\n' || rule.back() != '\n') return std::nullopt;
    out->last_rule = rule.substr(1, rule.size() - 2);
    return out;
}

std::optional<ZoneFile> read_zone_file(std::string_view name) {
    if (!is_name(name)) return std::nullopt;
    const auto bytes = read_text_file(std::string(zone_folder) + "/" + std::string(name));
    return bytes ? parse_zone_file(*bytes) : std::nullopt;
}

std::vector<std::string> zone_names() {
    std::vector<std::string> out;
    std::error_code error;
    for (fs::recursive_directory_iterator at(zone_folder, fs::directory_options::skip_permission_denied, error), end; !error && at != end; at.increment(error)) {
        const std::string name = at->path().lexically_relative(zone_folder).string();
        if (at->is_regular_file(error) && read_zone_file(name)) out.push_back(name);
    }
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace kaoping::dsl
