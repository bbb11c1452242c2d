// A record of the case file: named values in their order. Times stay times until they are written, so that acts can be moved.
#pragma once
#include <initializer_list>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "moment.hpp"

namespace generator {

class Record;
using Texts = std::vector<std::string>;
using Records = std::vector<Record>;
using Value = std::variant<bool, std::int64_t, Moment, Date, std::string, Texts, Records>;

class Record {
public:
    Record() = default;
    Record(std::initializer_list<std::pair<std::string, Value>> fields);

    Record& set(std::string_view name, Value value);   // replaces or appends
    void remove(std::string_view name);
    bool has(std::string_view name) const;
    const Value& at(std::string_view name) const;      // throws std::out_of_range, with the name, if it is not there
    Value& at(std::string_view name);
    Moment moment(std::string_view name) const { return std::get<Moment>(at(name)); }
    const std::string& text(std::string_view name) const { return std::get<std::string>(at(name)); }

    const std::vector<std::pair<std::string, Value>>& fields() const { return fields_; }
    std::vector<std::pair<std::string, Value>>& fields() { return fields_; }

private:
    std::vector<std::pair<std::string, Value>> fields_;
};

}  // namespace generator
