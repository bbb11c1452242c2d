// The table of kernels: see kernels.hpp.

#include "engine/evaluate/kernels.hpp"

namespace kaoping::engine {

namespace {

KernelSet make_kernels() {
    using K = VertexKind;
    KernelSet set{};
    const auto put = [&](K kind, Kernel kernel) { set[static_cast<std::size_t>(kind)] = kernel; };
    put(K::constant, kernels::constant);
    put(K::now, kernels::now);
    put(K::own_row, kernels::own_row);
    put(K::source, kernels::source);
    put(K::lift_case, kernels::lift_case);
    put(K::lift_outer, kernels::lift_outer);
    put(K::lift_item, kernels::lift_item);
    put(K::gather, kernels::gather);
    put(K::select, kernels::select);
    put(K::nest, kernels::nest);
    put(K::follow, kernels::follow);
    put(K::key_of, kernels::key_of);
    put(K::key_text, kernels::key_text);
    put(K::parameter, kernels::parameter);
    put(K::table_row, kernels::table_row);
    put(K::column, kernels::column);
    put(K::not_, kernels::not_);
    put(K::and_, kernels::and_);
    put(K::or_, kernels::or_);
    put(K::if_, kernels::if_);
    put(K::compare, kernels::compare);
    put(K::joined, kernels::joined);
    put(K::is_recorded, kernels::is_recorded);
    put(K::is_missing, kernels::is_missing);
    put(K::or_else, kernels::or_else);
    put(K::matches, kernels::matches);
    put(K::precedes, kernels::precedes);
    put(K::negate, kernels::negate);
    put(K::add, kernels::add);
    put(K::subtract, kernels::subtract);
    put(K::multiply, kernels::multiply);
    put(K::divide, kernels::divide);
    put(K::length_of, kernels::length_of);
    put(K::at_least, kernels::at_least);
    put(K::at_most, kernels::at_most);
    put(K::every, kernels::every);
    put(K::count, kernels::count);
    put(K::count_distinct, kernels::count_distinct);
    put(K::sum, kernels::sum);
    put(K::least, kernels::least);
    put(K::greatest, kernels::greatest);
    put(K::first, kernels::first);
    put(K::last, kernels::last);
    put(K::first_by, kernels::first_by);
    put(K::spans_for, kernels::spans_for);
    put(K::spans_join, kernels::spans_join);
    put(K::date_of, kernels::date_of);
    put(K::period_length, kernels::period_length);
    put(K::after, kernels::after);
    put(K::within, kernels::within);
    put(K::at_least_after, kernels::at_least_after);
    put(K::from_to, kernels::from_to);
    put(K::age_on, kernels::age_on);
    put(K::in_force, kernels::in_force);
    put(K::need, kernels::need);
    put(K::done_in_time, kernels::done_in_time);
    put(K::verdict, kernels::verdict);
    return set;
}

}  // namespace

const KernelSet& default_kernels() {
    static const KernelSet set = make_kernels();
    return set;
}

}  // namespace kaoping::engine
