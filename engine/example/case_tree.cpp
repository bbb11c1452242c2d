// Merging fragments over cases: see case_tree.hpp.

#include "engine/example/case_tree.hpp"

#include <algorithm>

namespace kaoping::engine {

using dsl::yaml::NodeKind;

CaseTree tree_of(dsl::yaml::View view) {
    CaseTree out;
    if (!view) return out;
    out.kind = view.kind();
    if (view.is_scalar()) {
        out.plain = view.node().plain;
        out.text = view.text();
    }
    for (std::size_t i = 0; i < view.size(); ++i) {
        if (view.is_mapping()) out.entries.push_back({view.key(i).text(), tree_of(view.value(i))});
        else out.items.push_back(tree_of(view.at(i)));
    }
    return out;
}

namespace {

CaseTree* find(CaseTree& mapping, const std::string& key) {
    for (auto& [name, value] : mapping.entries)
        if (name == key) return &value;
    return nullptr;
}

class Merger {
public:
    explicit Merger(const dsl::Schema& schema) : schema_(schema) {}

    /// `record`: the record that the mapping is, −1: not known.
    void mapping(CaseTree& base, const CaseTree& fragment, int record) const {
        for (const auto& [key, value] : fragment.entries) {
            if (value.kind == NodeKind::null) {
                std::erase_if(base.entries, [&name = key](const auto& entry) { return entry.key == name; });
                continue;
            }
            CaseTree* old = find(base, key);
            if (old == nullptr) old = &base.entries.emplace_back(CaseEntry{key, {}}).value;
            value_over(*old, value, field_type(record, key));
        }
    }

private:
    [[nodiscard]] dsl::Type field_type(int record, const std::string& key) const {
        if (record < 0) return {};
        for (const dsl::Field& field : schema_.records[static_cast<std::size_t>(record)].fields)
            if (field.data_key == key) return field.type;
        return {};
    }

    void value_over(CaseTree& base, const CaseTree& fragment, dsl::Type type) const {
        if (fragment.kind == NodeKind::mapping) {
            if (base.kind != NodeKind::mapping) base = CaseTree{NodeKind::mapping, true, {}, {}, {}};
            mapping(base, fragment, type.is(dsl::Kind::element) ? type.of : -1);
        } else if (fragment.kind == NodeKind::sequence && base.kind == NodeKind::sequence && !fragment.items.empty()) {
            sequence(base, fragment, type.is(dsl::Kind::list) && type.item == dsl::Kind::element ? type.of : -1);
        } else {
            base = fragment;
            std::erase_if(base.items, [](const CaseTree& item) { return item.kind == NodeKind::null; });
        }
    }

    /// Where the fragment's element stands in the list: by key, else by position; the size: nowhere.
    [[nodiscard]] std::size_t place_in(CaseTree& list, CaseTree element, std::size_t position, int record) const {
        const int key_field = record < 0 ? -1 : schema_.records[static_cast<std::size_t>(record)].key_field;
        if (key_field < 0) return std::min(position, list.items.size());
        const std::string& key = schema_.records[static_cast<std::size_t>(record)].fields[static_cast<std::size_t>(key_field)].data_key;
        const CaseTree* wanted = find(element, key);
        if (wanted == nullptr) return std::min(position, list.items.size());
        for (std::size_t i = 0; i < list.items.size(); ++i)
            if (const CaseTree* have = find(list.items[i], key); have != nullptr && have->text == wanted->text) return i;
        return list.items.size();
    }

    void sequence(CaseTree& base, const CaseTree& fragment, int record) const {
        std::vector<std::size_t> removed;
        for (std::size_t i = 0; i < fragment.items.size(); ++i) {
            const CaseTree& element = fragment.items[i];
            if (element.kind == NodeKind::null) {
                removed.push_back(i);
                continue;
            }
            const std::size_t at = place_in(base, element, i, record);
            if (at == base.items.size()) base.items.emplace_back();
            if (element.kind == NodeKind::mapping && base.items[at].kind == NodeKind::mapping) mapping(base.items[at], element, record);
            else base.items[at] = element;
        }
        for (auto at = removed.rbegin(); at != removed.rend(); ++at)
            if (*at < base.items.size()) base.items.erase(base.items.begin() + static_cast<std::ptrdiff_t>(*at));
    }

    const dsl::Schema& schema_;
};

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n') out += "\\n";
        else if (c == '\t') out += "\\t";
        else if (c == '\r') out += "\\r";
        else out += c;
    }
    return out + '"';
}

void write(std::string& out, const CaseTree& tree, std::size_t indent) {
    const std::string margin(indent, ' ');
    switch (tree.kind) {
        case NodeKind::null: out += " ~\n"; return;
        case NodeKind::scalar:
            out += " " + (tree.plain && tree.text.find('\n') == std::string::npos ? tree.text : quoted(tree.text)) + "\n";
            return;
        case NodeKind::sequence:
            out += tree.items.empty() ? " []\n" : "\n";
            for (const CaseTree& item : tree.items) {
                out += margin + "-";
                write(out, item, indent + 2);
            }
            return;
        case NodeKind::mapping:
            out += tree.entries.empty() ? " {}\n" : "\n";
            for (const auto& [key, value] : tree.entries) {
                out += margin + quoted(key) + ":";
                write(out, value, indent + 2);
            }
            return;
    }
}

}  // namespace

void merge_case(CaseTree& base, const CaseTree& fragment, const dsl::Schema& schema) {
    if (base.kind == NodeKind::null) base.kind = NodeKind::mapping;
    Merger(schema).mapping(base, fragment, schema.case_record);
}

std::string to_yaml(const CaseTree& tree) {
    std::string out;
    write(out, tree, 0);
    return out;
}

}  // namespace kaoping::engine
