// Proofs of findings: see proofs.hpp.

#include "engine/campaign/report/proofs.hpp"

#include <algorithm>
#include <map>

#include "engine/casefile/reader.hpp"
#include "engine/reference/reference.hpp"
#include "engine/report/findings_reader.hpp"
#include "engine/run/case_text.hpp"

namespace kaoping::campaign {

namespace {

class Prover {
public:
    Prover(const ProofSource& source, std::vector<PageFinding>& findings) : source_(source), program_(source.packs.program) {
        for (PageFinding& finding : findings) waiting_[finding.row.case_id].push_back(&finding);
    }

    [[nodiscard]] bool done() const { return waiting_.empty(); }

    void take(const engine::CaseBatch& batch, const engine::CaseFields& fields) {
        for (std::size_t row = 0; row < batch.cases(); ++row) {
            const auto found = waiting_.find(fields.id(batch, row));
            if (found == waiting_.end()) continue;
            for (PageFinding* finding : found->second) prove(batch, static_cast<int>(row), *finding);
            waiting_.erase(found);
        }
    }

private:
    void prove(const engine::CaseBatch& batch, int row, PageFinding& to) {
        const auto finding = engine::read_finding(program_, to.row.line);
        if (!finding || finding->rule < 0) return;
        const dsl::Rule& rule = program_.rules[static_cast<std::size_t>(finding->rule)];
        const std::string language = rule.catalogue.count(source_.language) > 0 ? source_.language : "";
        const auto subjects = engine::evaluate_rule(program_, source_.time, source_.as_of, batch, row, finding->rule, language);
        const auto subject = std::find_if(subjects.begin(), subjects.end(), [&](const auto& s) { return s.pointer == finding->subject; });
        to.case_changed = subject == subjects.end() || subject->decision.verdict != finding->verdict;
        if (subject == subjects.end()) return;
        if (!to.case_changed) to.message = subject->text.message;
        to.proof = engine::prove({program_, source_.packs.sources, source_.time, source_.as_of, batch, row}, finding->rule, *subject);
    }

    const ProofSource& source_;
    const dsl::Program& program_;
    std::map<std::string, std::vector<PageFinding*>> waiting_;  ///< by case
};

engine::Finding unreadable_finding(const engine::UnreadableCase& bad) {
    engine::Finding out;
    out.kind = engine::FindingKind::input;
    out.at = {bad.file, bad.line, bad.column, ""};
    out.message = bad.message;
    return out;
}

}  // namespace

void add_proofs(const ProofSource& source, const std::vector<std::string>& inputs, std::vector<PageFinding>& findings,
                const std::function<void(const engine::Finding&)>& unreadable) {
    const dsl::Schema& schema = source.packs.program.schema;
    engine::ReadOptions options;
    options.as_of = source.as_of;
    engine::InputSet set = engine::InputSet::open(inputs, options);
    const engine::CaseDecoder decoder(schema, source.time.zone, engine::ColumnMask::all(schema), options);
    const engine::CaseFields fields(schema, engine::Scheme{});
    Prover prover(source, findings);
    engine::RawChunk chunk;
    while (!prover.done() && set.next_chunk(chunk)) {
        const engine::Decoded decoded = decoder.decode(chunk);
        for (const engine::UnreadableCase& bad : decoded.unreadable) unreadable(unreadable_finding(bad));
        prover.take(decoded.batch, fields);
        chunk = {};
    }
}

}  // namespace kaoping::campaign
