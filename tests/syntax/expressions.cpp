// Expressions and the trees that they mean.

#include <doctest/doctest.h>

#include "support.hpp"

using syntax_test::tree_of;

namespace {

struct Row {
    const char* written;
    const char* tree;
};

void check(std::initializer_list<Row> rows) {
    for (const Row& row : rows) {
        CAPTURE(row.written);
        CHECK(tree_of(row.written) == row.tree);
    }
}

}  // namespace

TEST_CASE("operators bind from `or` to the sign") {
    check({
        {"a and b and c", "(and a b c)"},
        {"a or (b and c)", "(or a (and b c))"},
        {"(a and b) or (c and d) or e", "(or (and a b) (and c d) e)"},
        {"not a = b", "(not (= a b))"},
        {"not not a", "(not (not a))"},
        {"not a and b", "(and (not a) b)"},
        {"a + b * c - d", "(- (+ a (* b c)) d)"},
        {"(a + b) * c", "(* (+ a b) c)"},
        {"a - b - c", "(- (- a b) c)"},
        {"- a * b", "(* (negate a) b)"},
        {"a + 1 <= b / 2", "(<= (+ a 1) (/ b 2))"},
        {"a != -1", "(!= a (negate 1))"},
        {"a or else b = c", "(= (or_else a b) c)"},
        {"(a or else 0) + 1 > 2 or b", "(or (> (+ (or_else a 0) 1) 2) b)"},
        {"if a then b else c + 1", "(if a b (+ c 1))"},
        {"if a then 1 else if b then 2 else 3", "(if a 1 (if b 2 3))"},
        {"m.person.name = \"x\"", "(= m.person.name \"x\")"},
        {"DocumentKind.summons", "DocumentKind.summons"},
        {"true and false", "(and true false)"},
    });
}

TEST_CASE("and, or on one level and chains of comparisons are mistakes") {
    check({
        {"a and b or c", "K0112"},
        {"a or b and c or d", "K0112"},
        {"a or not b and c", "K0112"},
        {"a < b < c", "K0113"},
        {"a = b in c", "K0113"},
        {"a = b precedes c", "K0113"},
    });
}

TEST_CASE("lists, membership and absence") {
    check({
        {"a in (b, c)", "(in a (list b c))"},
        {"a in b.c", "(in a b.c)"},
        {"(d.kind for d in docs where d.ok)", "(comprehension d d.kind docs d.ok)"},
        {"(d for d in docs)", "(comprehension d d docs _)"},
        {"docs is empty", "(is_empty docs)"},
        {"a is recorded and b is missing", "(and (is_recorded a) (is_missing b))"},
        {"a matches \"^A[0-9]+\\\\.\"", "(matches a \"^A[0-9]+\\\\.\")"},
        {"length of t > 3", "(> (length_of t) 3)"},
        {"a precedes b", "(precedes a b)"},
        {"f(a, b + 1)", "(call f a (+ b 1))"},
        {"match k { a: 1, K.b: 2, else: 3 }", "(match k a 1 K.b 2 3)"},
        {"match k {\n a: 1,\n b: 2,\n}", "(match k a 1 b 2)"},
    });
}

TEST_CASE("quantifiers reach as far right as they can") {
    check({
        {"some x in a where x.b and x.c", "(some x _ a (and x.b x.c) _)"},
        {"(some x in a where x.b) and c", "(and (some x _ a x.b _) c)"},
        {"no x in a", "(no x _ a _ _)"},
        {"at least 2 x in a where x.b", "(at_least x 2 a x.b _)"},
        {"at most n + 0 x in a", "K0110"},
        {"every x in a where x.b satisfies x.c or x.d", "(every x _ a x.b (or x.c x.d))"},
        {"every x in a satisfies some y in b where y = x", "(every x _ a _ (some y _ b (= y x) _))"},
    });
}

TEST_CASE("folds over lists and over expressions") {
    check({
        {"count of a >= 2", "(>= (count a _ _) 2)"},
        {"count of distinct a", "(count_distinct a _ _)"},
        {"count of distinct e.x for e in a", "(count_distinct e e.x a _)"},
        {"sum of (e.paid or else 0) for e in events where e.a = b and e precedes c",
         "(sum e (or_else e.paid 0) events (and (= e.a b) (precedes e c)))"},
        {"earliest of d.at for d in docs where d.ok", "(earliest d d.at docs d.ok)"},
        {"earliest of d.at\n for d in docs\n where d.ok", "(earliest d d.at docs d.ok)"},
        {"greatest of (a, b)", "(greatest (list a b) _ _)"},
        {"first x in a where x.b", "(first x a x.b _)"},
        {"last x by x.time in a", "(last x a _ x.time)"},
        {"count of a + count of b", "(+ (count a _ _) (count b _ _))"},
    });
}

TEST_CASE("points in time and spans of time") {
    check({
        {"24 hours after a", "(after (hour 24) a _)"},
        {"3 working days strict after a", "(after (strict (working_day 3)) a _)"},
        {"1 month rolling after a", "(after (rolling (month 1)) a _)"},
        {"b <= 3 days after a", "(<= b (after (day 3) a _))"},
        {"b within 3 days after a", "(within b (after (day 3) a _))"},
        {"b at least 60 days after a", "(at_least_of b (after (day 60) a _))"},
        {"b at least 3 days before a", "(at_least_of b (before (day 3) a _))"},
        {"30 days * (1 + n) after a not counting stops", "(after (* (day 30) (+ 1 n)) a stops)"},
        {"30 days after a not counting (x.f to x.t for x in xs where x.ok)", "(after (day 30) a (spans x x.f x.t xs x.ok))"},
        {"30 days after a not counting (x.f to x.t for x in xs, y.f to y.t for y in ys)",
         "(after (day 30) a (spans_list (spans x x.f x.t xs _) (spans y y.f y.t ys _)))"},
        {"a - b > 24 hours", "(> (- a b) (hour 24))"},
        {"days from a to b", "(from_to day a b)"},
        {"years from a to b + 1 > 2", "(> (from_to year a (+ b 1)) 2)"},
        {"age of p.born_on on d < 18", "(< (age_of p.born_on d) 18)"},
        {"date of now = 2026-01-31", "(= (date_of (now)) 2026-01-31)"},
        {"a < 2026-01-31T10:20:00+08:00", "(< a 2026-01-31T10:20:00+08:00)"},
    });
}

TEST_CASE("words of the language are names where no keyword can stand") {
    check({
        {"x.due + x.message", "(+ x.due x.message)"},
        {"x.in.where", "x.in.where"},
        {"count + first", "(+ count first)"},
        {"`and` = `where`", "(= and where)"},
        {"some and no", "(and some no)"},
    });
}

TEST_CASE("expressions may span lines and hold comments") {
    check({{"a   # first\n  and\n  b", "(and a b)"}, {"\"# no comment\"", "\"# no comment\""}});
}
