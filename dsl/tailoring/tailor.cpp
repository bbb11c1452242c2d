// Applying tailoring layers: see tailor.hpp.

#include "dsl/tailoring/tailor.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "dsl/diagnostic/suggest.hpp"
#include "dsl/registry/civil_date.hpp"
#include "dsl/source/hash.hpp"

namespace kaoping::dsl {

namespace {

using Target = TailoringTarget::Kind;

std::string kind_word(Target kind) { return kind == Target::rule ? "rule" : kind == Target::standard ? "standard" : "parameter"; }

bool same_target(const TailoringTarget& a, const TailoringTarget& b) { return a.kind == b.kind && a.name.text == b.name.text; }

/// Does the upper target hold the lower one: the same, or the standard of the rule?
bool covers(const TailoringTarget& upper, const TailoringTarget& lower) {
    if (same_target(upper, lower)) return true;
    return upper.kind == Target::standard && lower.kind == Target::rule && lower.name.text.starts_with(upper.name.text + ".");
}

class Tailor {
public:
    Tailor(Program& program, const std::vector<TailoringFile>& layers, Diagnostics& out) : program_(program), layers_(layers), out_(out) {}

    void run() {
        for (std::size_t i = 0; i < layers_.size(); ++i) {
            layer_ = i;
            if (i > 0 && layers_[i].level <= layers_[i - 1].level)
                error("K0905", layers_[i].level_span, fmt::format("a {} layer cannot stand on a {} layer", level_name(layers_[i].level), level_name(layers_[i - 1].level)),
                      "a layer stands on one of a higher level, or on packs");
            pins();
            for (const TailoringOpening& opening : layers_[i].opens) (void)known(opening.target);
            for (const TailoringTarget& target : layers_[i].forbids) (void)known(target);
            for (const TailoringChange& change : layers_[i].changes)
                if (known(change.target) && allowed(change)) apply(change);
            program_.tailoring.push_back({layers_[i].id.text, layers_[i].title, std::string(level_name(layers_[i].level)), layers_[i].hash});
            for (Pack& pack : program_.packs) pack.content_hash = hash_text(pack.content_hash + layers_[i].hash);
        }
    }

private:
    void error(const char* code, Span span, std::string message, std::string help) {
        out_.push_back({code, DiagnosticLevel::error, span, std::move(message), {}, std::move(help)});
    }

    void pins() {
        for (const Pack& pack : program_.packs) {
            const auto& pins = layers_[layer_].pins;
            const auto pin = std::find_if(pins.begin(), pins.end(), [&](const auto& one) { return one.first.text == pack.id; });
            if (pin == pins.end())
                error("K0906", layers_[layer_].span, fmt::format("the pack `{}` is not pinned", pack.id), fmt::format("write `pins: {{{}: \"{}\"}}`", pack.id, pack.version));
            else if (pin->second != pack.version)
                error("K0906", pin->first.span, fmt::format("this layer was made for version {} of `{}`, the pack is version {}", pin->second, pack.id, pack.version),
                      "compare the versions, then pin the new one");
        }
    }

    template <typename Named>
    static std::vector<std::string> names(const std::vector<Named>& all) {
        std::vector<std::string> out;
        for (const Named& one : all) out.push_back(one.full_id);
        return out;
    }

    bool known(const TailoringTarget& target) {
        switch (target.kind) {
            case Target::rule: return known(target, program_.rules);
            case Target::standard: return known(target, program_.standards);
            case Target::parameter: return known(target, program_.parameters);
        }
        return false;
    }

    template <typename Named>
    bool known(const TailoringTarget& target, const std::vector<Named>& all) {
        if (std::any_of(all.begin(), all.end(), [&](const Named& one) { return one.full_id == target.name.text; })) return true;
        const std::string near = nearest_name(target.name.text, names(all));
        error("K0907", target.name.span, fmt::format("the packs have no {} `{}`", kind_word(target.kind), target.name.text),
              near.empty() ? "write its id with the pack in front" : fmt::format("did you mean `{}`?", near));
        return false;
    }

    /// Packs leave everything to the first layer. Below it, what was not opened is closed, and what was forbidden stays so.
    bool allowed(const TailoringChange& change) {
        for (std::size_t i = 0; i < layer_; ++i)
            for (const TailoringTarget& target : layers_[i].forbids)
                if (covers(target, change.target)) {
                    error("K0908", change.target.name.span, fmt::format("`{}` forbids to change `{}`", layers_[i].id.text, change.target.name.text), "leave it as the layer above has it");
                    return false;
                }
        if (layer_ == 0) return true;
        bool opened = false;
        for (std::size_t i = 0; i < layer_; ++i)
            for (const TailoringOpening& opening : layers_[i].opens) {
                if (!covers(opening.target, change.target) || opening.by > layers_[layer_].level) continue;
                opened = opened || (change.off && opening.off) ||
                         (change.amount && opening.least && *opening.least <= *change.amount && *change.amount <= *opening.most);
            }
        if (!opened)
            error("K0908", change.amount ? change.amount_span : change.target.name.span,
                  fmt::format("no layer above opens this change of `{}` to a {}", change.target.name.text, level_name(layers_[layer_].level)),
                  "choose within what `opens` of the layer above offers, or ask it to open more");
        return opened;
    }

    void apply(const TailoringChange& change) {
        const TailoredOut out{layers_[layer_].id.text, change.reason, change.authority, day_text(change.date)};
        switch (change.target.kind) {
            case Target::rule:
                for (Rule& rule : program_.rules)
                    if (rule.full_id == change.target.name.text) change.off ? switch_off(rule, out) : deduct(rule, change);
                return;
            case Target::standard:
                for (Standard& standard : program_.standards) {
                    if (standard.full_id != change.target.name.text) continue;
                    if (change.amount) {
                        standard.points = *change.amount;
                        standard.tailored = true;
                    } else {
                        for (const int rule : standard.rules) switch_off(program_.rules[static_cast<std::size_t>(rule)], out);
                    }
                }
                return;
            case Target::parameter:
                for (Parameter& parameter : program_.parameters)
                    if (parameter.full_id == change.target.name.text) set_parameter(parameter, change);
        }
    }

    static void switch_off(Rule& rule, const TailoredOut& why) {
        rule.tailored_out = why;
        rule.effective.reset();
        rule.for_each.clear();
        rule.needs.clear();
        rule.exceptions.clear();
        rule.responsible.clear();
        rule.show.clear();
        rule.absorbs.clear();
        for (ExprId* part : {&rule.where, &rule.on, &rule.when, &rule.applies, &rule.due, &rule.done, &rule.require}) *part = no_expr;
        const auto strip = [](RuleTexts& texts) {
            texts.message.parts.clear();
            texts.reasons.clear();
        };
        strip(rule.texts);
        for (auto& [language, texts] : rule.catalogue) strip(texts);
        rule.deduct = {};
    }

    void deduct(Rule& rule, const TailoringChange& change) {
        Expr amount;
        amount.op = Op::constant;
        amount.type = {Kind::number, false, Kind::error, -1};
        amount.span = change.amount_span;
        amount.value.number = *change.amount;
        program_.exprs.push_back(std::move(amount));
        rule.deduct.low = rule.deduct.high = static_cast<ExprId>(program_.exprs.size() - 1);
        if (rule.deduct.cap && *rule.deduct.cap < *change.amount) rule.deduct.cap = change.amount;
    }

    void set_parameter(Parameter& parameter, const TailoringChange& change) {
        if (!parameter.type.is(Kind::number) || !change.amount) {
            error("K0909", change.target.name.span, fmt::format("`{}` is not a number that could be set", parameter.full_id), "only parameters that are numbers can be tailored, by `value`");
            return;
        }
        parameter.entries.back().value.number = *change.amount;  // earlier periods are over
    }

    Program& program_;
    const std::vector<TailoringFile>& layers_;
    Diagnostics& out_;
    std::size_t layer_ = 0;
};

}  // namespace

void tailor(Program& program, const std::vector<TailoringFile>& layers, Diagnostics& out) { Tailor(program, layers, out).run(); }

}  // namespace kaoping::dsl
