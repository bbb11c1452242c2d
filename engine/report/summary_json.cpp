// summary.json: see summary_json.hpp.

#include "engine/report/summary_json.hpp"

#include "engine/report/json.hpp"
#include "engine/report/points.hpp"

namespace kaoping::engine {

namespace {

class SummaryWriter {
public:
    SummaryWriter(const dsl::Program& program, const Scheme& scheme, const Zone& zone, const RunTotals& totals)
        : program_(program), scheme_(scheme), zone_(zone), totals_(totals), sum_(totals.summary) {
        to_.SetIndent(' ', 2);
        to_.SetFormatOptions(rapidjson::kFormatSingleLineArray);
    }

    std::string document() {
        to_.StartObject();
        json::member(to_, "format", "kaoping.summary/1");
        identity();
        counts();
        rules();
        not_selected();
        sources();
        standards();
        units();
        to_.EndObject();
        buffer_.Put('\n');
        return {buffer_.GetString(), buffer_.GetSize()};
    }

private:
    void part(std::string_view name, const RunIdentity::Part& value) {
        json::key(to_, name);
        part(value);
    }

    void part(const RunIdentity::Part& value) {
        to_.StartObject();
        json::member_or_null(to_, "name", value.name);
        json::member_or_null(to_, "version", value.version);
        json::member_or_null(to_, "hash", value.hash);
        to_.EndObject();
    }

    void identity() {
        const RunIdentity& id = totals_.identity;
        json::key(to_, "run");
        to_.StartObject();
        json::member(to_, "findings_format", RunIdentity::format);
        json::member(to_, "engine", id.engine_version);
        json::member_list(to_, "packs", id.packs, [this](const RunIdentity::Part& one) { part(one); });
        json::member_list(to_, "tailoring", id.tailoring, [this](const RunIdentity::Part& one) { part(one); });
        part("schema", id.schema);
        part("scheme", id.scheme);
        part("calendar", id.calendar);
        json::member(to_, "inputs_hash", id.inputs_hash);
        json::member_list(to_, "inputs", id.inputs, [this](const std::string& name) { json::text(to_, name); });
        json::member(to_, "as_of", format_datetime(id.as_of, zone_));
        json::key(to_, "as_of_given");
        to_.Bool(id.as_of_given);
        json::member(to_, "timezone", id.timezone);
        json::member(to_, "hour_counting", id.hour_counting);
        to_.EndObject();
    }

    void verdicts(std::string_view name, const VerdictCounts& counts) {
        json::key(to_, name);
        to_.StartObject();
        for (const Verdict verdict : all_verdicts) json::member(to_, verdict_name(verdict), counts[static_cast<std::size_t>(verdict)]);
        to_.EndObject();
    }

    void counts() {
        json::member(to_, "cases", sum_.cases);
        json::member(to_, "unreadable", sum_.unreadable);
        json::key(to_, "data_findings");
        to_.StartObject();
        json::member(to_, "total", sum_.data_findings);
        json::key(to_, "by_code");
        to_.StartObject();
        for (const auto& [code, count] : sum_.data_findings_by_code) json::member(to_, code, count);
        to_.EndObject();
        to_.EndObject();
        verdicts("subjects", sum_.subjects);
        json::key(to_, "defects_by_severity");
        to_.StartObject();
        json::member(to_, "flaw", sum_.defects_by_severity[0]);
        json::member(to_, "fault", sum_.defects_by_severity[1]);
        json::member(to_, "veto", sum_.defects_by_severity[2]);
        to_.EndObject();
        json::key(to_, "coverage");
        to_.Double(sum_.coverage());
    }

    void rules() {
        json::key(to_, "rules");
        to_.StartObject();
        for (const auto& [id, tally] : sum_.rules) {
            json::key(to_, id);
            to_.StartObject();
            verdicts("subjects", tally.subjects);
            verdicts("cases", tally.cases);
            to_.EndObject();
        }
        to_.EndObject();
    }

    /// Rules that a layer of tailoring switched off, with who decided it and why.
    void not_selected() {
        json::key(to_, "not_selected");
        to_.StartArray();
        for (const dsl::Rule& rule : program_.rules) {
            if (!rule.tailored_out) continue;
            to_.StartObject();
            json::member(to_, "rule", rule.full_id);
            json::member(to_, "layer", rule.tailored_out->layer);
            json::member(to_, "reason", rule.tailored_out->reason);
            json::member(to_, "authority", rule.tailored_out->authority);
            json::member(to_, "date", rule.tailored_out->date);
            to_.EndObject();
        }
        to_.EndArray();
    }

    /// The law that was applied, with the state in which its text is held.
    void sources() {
        json::member_list(to_, "sources", program_.cited_sources(), [this](const std::string& key) {
            const auto source = program_.sources.find(key);
            const dsl::SourceTitle of = source == program_.sources.end() ? dsl::SourceTitle{} : source->second;
            to_.StartObject();
            json::member(to_, "source", key);
            json::member_or_null(to_, "title_en", of.title_en);
            json::member_or_null(to_, "title_zh", of.title_zh);
            json::key(to_, "verified");
            to_.Bool(of.verified);
            json::member_or_null(to_, "note_en", of.note_en);
            json::member_or_null(to_, "note_zh", of.note_zh);
            to_.EndObject();
        });
    }

    void standard(std::size_t number, const StandardTally& tally) {
        json::key(to_, program_.standards[number].full_id);
        to_.StartObject();
        json::member(to_, "applicable_cases", tally.applicable_cases);
        json::member(to_, "defects", tally.defects);
        json::member(to_, "lost", Interval{static_cast<std::int64_t>(tally.lost_low), static_cast<std::int64_t>(tally.lost_high)});
        to_.EndObject();
    }

    void standards() {
        json::key(to_, "standards");
        to_.StartObject();
        for (std::size_t i = 0; i < sum_.standards.size(); ++i) standard(i, sum_.standards[i]);
        to_.EndObject();
    }

    void score(const ScoreTally& tally) {
        json::member(to_, "cases", tally.cases);
        json::member(to_, "unscored", tally.unscored);
        json::member(to_, "defects", tally.defects);
        json::member(to_, "vetoes", tally.vetoes);
        if (const auto mean = tally.mean()) {
            json::member(to_, "score", *mean);
        } else {
            json::key(to_, "score");
            to_.Null();
        }
        const GradeRange grades = grades_of(scheme_, tally);
        json::member_or_null(to_, "grade_low", grades.low);
        json::member_or_null(to_, "grade_high", grades.high);
    }

    void units() {
        json::key(to_, "total");
        to_.StartObject();
        score(sum_.total);
        to_.EndObject();
        json::key(to_, "units");
        to_.StartArray();
        for (const auto& [names, tally] : sum_.groups) {
            to_.StartObject();
            for (std::size_t i = 0; i < names.size(); ++i) json::member_or_null(to_, scheme_.aggregate_by[i], names[i]);
            score(tally);
            to_.EndObject();
        }
        to_.EndArray();
    }

    const dsl::Program& program_;
    const Scheme& scheme_;
    const Zone& zone_;
    const RunTotals& totals_;
    const Summary& sum_;
    rapidjson::StringBuffer buffer_{nullptr, std::size_t{256} << 10};  // as much as the rules of a country take
    json::Pretty to_{buffer_};
};

}  // namespace

std::string summary_json(const dsl::Program& program, const Scheme& scheme, const Zone& zone, const RunTotals& totals) {
    return SummaryWriter(program, scheme, zone, totals).document();
}

}  // namespace kaoping::engine
