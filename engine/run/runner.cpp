// Reader → workers → ordered hand-over: see runner.hpp.

#include "engine/run/runner.hpp"

#include <algorithm>
#include <deque>
#include <mutex>
#include <utility>

#include "engine/evaluate/plan_run.hpp"
#include "engine/plan/plan.hpp"
#include "engine/run/batch_results.hpp"
#include "engine/run/identity.hpp"
#include "engine/run/pipeline.hpp"

namespace kaoping::engine {

namespace {

struct NumberedChunk {
    RawChunk raw;
    std::uint64_t read_bytes = 0;
};

/// Are there findings of subjects that are not decided? What is missing for each of them rests on columns of all kinds.
bool explains(const RunOptions& options) { return options.findings == FindingsWanted::all || options.due_within >= 0; }

}  // namespace

RunTotals run_cases(const dsl::Program& program, const ScoreRules& scoring, const TimeContext& time, InputSet& inputs,
                    const RunOptions& options, const ResultSink& sink) {
    const Plan plan = make_plan(program);
    const CaseFields fields(program.schema, scoring.scheme);
    ColumnMask mask = columns_read(plan);
    fields.want(mask);
    const CaseDecoder decoder(program.schema, time.zone, std::move(mask), options.read);

    RunTotals totals;
    const auto take = [&](NumberedChunk& chunk) {
        const bool more = inputs.next_chunk(chunk.raw);
        chunk.read_bytes = inputs.read_bytes();
        return more;
    };
    std::mutex making;
    std::deque<BatchResults> results_of_workers;
    const auto make_worker = [&] {
        auto run = std::make_unique<PlanRun>(plan, time, options.as_of, explains(options) ? Columns::all : Columns::shared);
        auto chunks = std::make_unique<ChunkDecoder>(decoder);
        const std::lock_guard lock(making);
        BatchResults* const results = &results_of_workers.emplace_back(program, scoring, time, decoder.layout(), fields, options);
        return [chunks = std::move(chunks), run = std::move(run), results](const NumberedChunk& chunk, ChunkResult& result) {
            const Decoded& decoded = chunks->decode(chunk.raw);
            results->make(*run, run->run(decoded.batch), decoded, result);
            result.read_bytes = chunk.read_bytes;
        };
    };
    OrderedPipeline<NumberedChunk, ChunkResult, decltype(take), decltype(make_worker), ResultSink>(take, make_worker, sink)
        .run(std::max(1U, options.threads));
    for (BatchResults& results : results_of_workers) totals.summary.merge(results.take_summary());
    totals.identity = identify_run(program, scoring.scheme, inputs, options);
    return totals;
}

}  // namespace kaoping::engine
