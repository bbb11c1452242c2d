#pragma once
// How large and how deep expressions become when lets and defines are written out, and what is asked of the items of a list
// that stands in the rule is written for each of them: the lowering does so.

#include <cstdint>
#include <map>
#include <vector>

#include "dsl/typed/program.hpp"

namespace kaoping::dsl {

struct Expansion {
    std::uint32_t parts = 0;
    std::uint32_t depth = 0;
    std::uint32_t copies = 1;  ///< of a list: how often what is asked of its items is written; once for a list of the case file
};

/// The expansions of a program's expressions, which are added one by one: what an expression mentions came before it. (The body
/// of a define that calls itself did not; that is a mistake of its own.)
class Expansions {
public:
    /// `program` must outlive the object.
    explicit Expansions(const Program& program) : program_(program) {}
    void reserve(std::size_t expressions) { known_.reserve(expressions); }
    /// Of the expression that was added last.
    const Expansion& add();
    /// That expression became a constant.
    void make_leaf() { known_.back() = leaf; }

private:
    using Copies = std::map<std::int32_t, std::uint32_t>;  ///< by binder
    static constexpr Expansion leaf{1, 1, 1};

    [[nodiscard]] Expansion of(ExprId id) const { return id == no_expr ? Expansion{} : known_[static_cast<std::size_t>(id)]; }
    template <typename ArgAt>
    [[nodiscard]] Expansion combined(const Expr& expr, const ArgAt& arg);
    template <typename ArgAt>
    [[nodiscard]] Expansion of_call(const Expr& call, const ArgAt& arg);
    [[nodiscard]] Expansion inside(ExprId id, const Copies& copies);

    const Program& program_;
    std::vector<Expansion> known_;
    std::map<std::vector<std::uint32_t>, Expansion> calls_;  ///< by define and copies of its arguments, where one has several
};

}  // namespace kaoping::dsl
