#include "record.hpp"

#include <algorithm>
#include <stdexcept>

namespace generator {

Record::Record(std::initializer_list<std::pair<std::string, Value>> fields) : fields_(fields) {}

Record& Record::set(std::string_view name, Value value) {
    for (auto& [key, old] : fields_)
        if (key == name) {
            old = std::move(value);
            return *this;
        }
    fields_.emplace_back(name, std::move(value));
    return *this;
}

void Record::remove(std::string_view name) {
    std::erase_if(fields_, [&](const auto& field) { return field.first == name; });
}

bool Record::has(std::string_view name) const {
    return std::any_of(fields_.begin(), fields_.end(), [&](const auto& field) { return field.first == name; });
}

const Value& Record::at(std::string_view name) const {
    for (const auto& [key, value] : fields_)
        if (key == name)
            return value;
    throw std::out_of_range("no field " + std::string(name));
}

Value& Record::at(std::string_view name) { return const_cast<Value&>(std::as_const(*this).at(name)); }

}  // namespace generator
