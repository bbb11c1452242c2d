// Parts of the engine by themselves (Google Benchmark): the reader, the kernels of a plan, times, keys.
// usage: kaoping-bench-parts CASES.jsonl [benchmark options]; CASES of gen_cases.py.

#include <benchmark/benchmark.h>

#include <cstdio>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>

#include "dsl/load.hpp"
#include "engine/casefile/name_table.hpp"
#include "engine/casefile/reader.hpp"
#include "engine/evaluate/kernels.hpp"
#include "engine/evaluate/plan_run.hpp"
#include "engine/graph/vertex.hpp"
#include "engine/plan/plan.hpp"
#include "engine/run/time_context.hpp"
#include "engine/time/timestamp.hpp"

namespace {

using namespace kaoping;

/// The pack of the checks, its plan, and one chunk of cases.
struct Bench {
    dsl::LoadResult loaded = dsl::load_packs({KAOPING_SOURCE_DIR "/tests/bench/checks"});
    engine::TimeContext time = *engine::make_time_context(loaded.program);
    engine::Plan plan = engine::make_plan(loaded.program);
    engine::ReadOptions options;
    engine::CaseDecoder decoder{loaded.program.schema, time.zone, engine::columns_read(plan), options};
    engine::RawChunk chunk;
    std::int64_t now = *engine::parse_as_of("2026-01-01", time.zone);

    explicit Bench(const std::string& path) {
        auto inputs = engine::InputSet::open({path}, options);
        if (!inputs.next_chunk(chunk) || chunk.cases.empty()) throw std::runtime_error("no cases in " + path);
    }
};
std::unique_ptr<Bench> bench;

void per_case(benchmark::State& state) {
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(bench->chunk.cases.size()));
}

void decode(benchmark::State& state) {
    engine::ChunkDecoder decoder(bench->decoder);
    for (auto _ : state) benchmark::DoNotOptimize(decoder.decode(bench->chunk).batch.cases());
    per_case(state);
}

void run_plan(benchmark::State& state) {
    const engine::Decoded decoded = bench->decoder.decode(bench->chunk);
    engine::PlanRun run(bench->plan, bench->time, bench->now);
    for (auto _ : state) benchmark::DoNotOptimize(run.run(decoded.batch).size());
    per_case(state);
}

/// All instructions of one kind, over the slots that a whole run has filled.
void run_kernel(benchmark::State& state, engine::VertexKind kind) {
    const engine::Decoded decoded = bench->decoder.decode(bench->chunk);
    engine::PlanRun run(bench->plan, bench->time, bench->now);
    (void)run.run(decoded.batch);
    for (auto _ : state) run.repeat(kind);
    per_case(state);
}

void parse_time(benchmark::State& state) {
    const std::string text = "2026-03-02T10:20:01+08:00";
    for (auto _ : state) benchmark::DoNotOptimize(engine::parse_datetime(text, bench->time.zone));
}

void find_key(benchmark::State& state) {
    engine::NameTable names;
    int number = 0;
    for (const char* name : {"id", "kind", "person", "starts_at", "ends_at", "officers", "approval", "document"}) names.add(name, number++);
    for (auto _ : state) benchmark::DoNotOptimize(names.find("officers"));
}

void add_kernels() {
    std::map<std::string, engine::VertexKind> kinds;
    for (const engine::Instruction& instruction : bench->plan.instructions)
        if (engine::default_kernels()[static_cast<std::size_t>(instruction.op.kind)] != nullptr)
            kinds.emplace(engine::kind_name(instruction.op.kind), instruction.op.kind);
    for (const auto& [name, kind] : kinds)
        benchmark::RegisterBenchmark(("kernel/" + name).c_str(), [kind = kind](benchmark::State& state) { run_kernel(state, kind); });
}

}  // namespace

BENCHMARK(decode);
BENCHMARK(run_plan);
BENCHMARK(parse_time);
BENCHMARK(find_key);

int main(int count, char** values) {
    if (count < 2) {
        std::fputs("usage: kaoping-bench-parts CASES.jsonl [benchmark options]\n", stderr);
        return 2;
    }
    bench = std::make_unique<Bench>(values[1]);
    add_kernels();
    --count;
    benchmark::Initialize(&count, values + 1);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
