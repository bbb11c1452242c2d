#pragma once
// The state of lowering, shared by its files: lower_value.cpp (expressions), lower_list.cpp (lists), lower_fold.cpp
// (quantifiers, folds and their nests), lower_rule.cpp (rules), lower.cpp (the whole program).
//
// A *frame* is one iteration: a variable over the rows of a table. A value knows the frames that it depends on, and lives in
// the smallest space of them: the case, one table, or the nest of the innermost of several frames. A binary operation lifts
// both operands to the space of the union of their frames.

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/plan/frames.hpp"
#include "engine/plan/lower.hpp"

namespace kaoping::engine {

struct LoweredValue {
    VertexId vertex = no_vertex;
    Frames frames;
};

struct ListValue;
using ListPtr = std::shared_ptr<const ListValue>;

/// What a name stands for: a value, or a list.
struct Entity {
    LoweredValue value;
    ListPtr list;
    [[nodiscard]] Frames frames() const;
};

struct Scope;
using Env = std::shared_ptr<const Scope>;
struct Scope {
    std::int32_t binder = -1;
    Entity entity;
    Env next;
};

/// A list is never made: what is folded over it walks its parts.
struct ListValue {
    enum class Shape { range, items, mapped, choice };
    struct Item {
        LoweredValue value;
        std::optional<LoweredValue> condition;
    };
    Shape shape = Shape::range;
    dsl::Type item_type;
    Frames frames;
    // range: the rows [begin, end) of a table; choice: `list` is the condition
    LoweredValue list;
    std::int32_t table = -1;
    // items
    std::vector<Item> items;
    // mapped: (value for binder in base where condition)
    ListPtr base;
    std::int32_t binder = -1;
    dsl::ExprId condition = dsl::no_expr, value = dsl::no_expr;
    Env env;
    // choice
    ListPtr then_list, else_list;
};

/// A fold to be lowered: its operator, and what is asked of each item.
struct FoldSpec {
    VertexKind kind = VertexKind::count;
    dsl::Type type;
    std::int32_t wanted = -1;            ///< N of at least, at most
    std::int32_t binder = -1;
    dsl::ExprId condition = dsl::no_expr;
    std::vector<dsl::ExprId> values;     ///< Q of every; E; key; from and to
    std::optional<LoweredValue> equals;  ///< instead of a condition: the item equals this
    bool item_last = false;              ///< the item itself is the last column
    Env env;
};

class Lowering {
public:
    Lowering(const dsl::Program& program, LoweredProgram& out, bool with_texts);
    void run();

private:
    struct Frame {
        std::int32_t table = -1;
        std::int32_t space = -1;  ///< of the nest; −1: none
        Frames outer;             ///< of the nest
    };
    struct Columns {
        std::optional<LoweredValue> condition;
        std::vector<LoweredValue> values;
    };

    // lower.cpp
    [[nodiscard]] static Env bind(Env env, std::int32_t binder, Entity entity);
    [[nodiscard]] const Entity& find(const Env& env, std::int32_t binder) const;
    [[nodiscard]] std::int32_t space_of(Frames frames) const;
    VertexId lift(VertexId vertex, Frames from, Frames to);
    VertexId lift(const LoweredValue& value, Frames to) { return lift(value.vertex, value.frames, to); }
    LoweredValue make(Vertex vertex, std::span<const LoweredValue> args);
    LoweredValue make(VertexKind kind, dsl::Type type, std::span<const LoweredValue> args, std::int32_t index = -1, std::int32_t second = -1);
    LoweredValue make(VertexKind kind, dsl::Type type, std::initializer_list<LoweredValue> args, std::int32_t index = -1, std::int32_t second = -1) {
        return make(kind, type, std::span(args.begin(), args.size()), index, second);
    }
    LoweredValue truth(bool value);
    LoweredValue both(std::optional<LoweredValue> a, LoweredValue b);
    LoweredValue column_of(std::int32_t table, std::int32_t field, dsl::Type type, Frames frames);

    // lower_value.cpp
    LoweredValue value(dsl::ExprId id, const Env& env);
    Entity entity(dsl::ExprId id, const Env& env);
    Entity let(std::int32_t number);
    Entity call(const dsl::Expr& expr, const Env& env);
    LoweredValue field(const dsl::Expr& expr, const Env& env);
    LoweredValue plain(VertexKind kind, const dsl::Expr& expr, const Env& env);
    LoweredValue junction(const Vertex& vertex, std::span<const LoweredValue> args);
    [[nodiscard]] bool rests_on_fold(VertexId id);
    LoweredValue in_list(const dsl::Expr& expr, const Env& env);
    LoweredValue fold_of(const dsl::Expr& expr, const Env& env);
    Frames free_frames(dsl::ExprId id, const Env& env);

    // lower_list.cpp
    ListPtr list(dsl::ExprId id, const Env& env);
    ListPtr range(LoweredValue list, std::int32_t table, dsl::Type item);
    ListPtr choice(LoweredValue condition, ListPtr then_list, ListPtr else_list);
    ListPtr mapped(ListPtr base, std::int32_t binder, dsl::ExprId condition, dsl::ExprId value, const Env& env);
    LoweredValue item_of_frame(const ListValue& base, int frame);
    LoweredValue text_value(dsl::ExprId id, const Env& env, Frames frames);

    // lower_fold.cpp
    LoweredValue fold(const FoldSpec& spec, const ListPtr& list);
    LoweredValue fold_items(const FoldSpec& spec, const ListValue& list);
    LoweredValue fold_frame(const FoldSpec& spec, const ListPtr& list);
    /// The equalities that a nest's pairs are joined by.
    struct Join {
        struct Key {
            std::size_t link = 0;                 ///< of the chain: two may have the same condition, of different values
            dsl::ExprId equality = dsl::no_expr;  ///< in its condition; no_expr: the item equals FoldSpec::equals
            VertexId outer = no_vertex, item = no_vertex;
        };
        std::vector<Key> keys;
        std::int32_t space = -1;  ///< of the pairs
        Frames frames;
    };
    static constexpr std::size_t own_condition = 0;  ///< FoldSpec's, instead of a link of the chain
    Columns columns(const FoldSpec& spec, LoweredValue item, std::optional<LoweredValue> condition, const Join& join);
    Columns columns_in_frame(const FoldSpec& spec, const std::vector<ListPtr>& chain, int frame, const Join& join);
    LoweredValue condition_of(std::size_t link, dsl::ExprId id, const Env& env, const Join& join);
    std::optional<LoweredValue> joined_by(std::size_t link, dsl::ExprId equality, const Join& join);
    Frames frames_in_body(const FoldSpec& spec, const std::vector<ListPtr>& chain, int frame);
    Join open_nest(const FoldSpec& spec, const std::vector<ListPtr>& chain, int frame, Frames outer);
    struct Conjunct {
        std::size_t link = 0;
        dsl::ExprId expr = dsl::no_expr;
        Env env;
    };
    struct Conjuncts {
        std::vector<Conjunct> parts;
        std::optional<LoweredValue> item;  ///< what is folded over, if that is about the item alone
    };
    [[nodiscard]] std::vector<Join::Key> join_keys(const FoldSpec& spec, const Conjuncts& conjuncts, int frame, Frames outer);
    [[nodiscard]] Conjuncts conjuncts(const FoldSpec& spec, const std::vector<ListPtr>& chain, int frame);
    Vertex fold_vertex(const FoldSpec& spec, const Columns& columns) const;

    // lower_rule.cpp
    void rule(std::size_t number);
    void subjects(const dsl::Rule& rule, LoweredRule& out, Frames& frames, std::optional<LoweredValue>& guard);
    void verdict(const dsl::Rule& rule, std::size_t number, LoweredRule& out, Frames frames, std::optional<LoweredValue> guard);
    void texts(const dsl::Rule& rule, LoweredRule& out, Frames frames);
    void scores();

    const dsl::Program& program_;
    Layout layout_;
    LoweredProgram& out_;
    CheckGraph& graph_;
    bool with_texts_;
    /// By table and field, of the type last asked for: a third of all vertices that are asked for.
    std::vector<std::vector<VertexId>> columns_;
    std::vector<bool> rests_on_fold_;                      ///< by vertex, as far as it was asked
    FramePool pool_;
    std::deque<Frame> frames_;
    Env rule_env_;
    std::map<std::int32_t, Entity> lets_;                  ///< of the current rule
    std::map<std::vector<std::intptr_t>, Entity> calls_;   ///< by define and arguments
    std::vector<ListPtr> kept_lists_;                      ///< whose addresses are keys of calls_
};

}  // namespace kaoping::engine
