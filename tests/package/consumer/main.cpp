// Evaluates one YAML case file by one pack, as the public header shows it: consumer PACK CASE.

#include <fstream>
#include <iostream>
#include <sstream>

#include <kaoping/evaluator.hpp>

int main(int argc, char** argv) {
    if (argc != 3) return 1;
    kaoping::Options options;
    options.as_of = "2026-09-30";
    const auto loaded = kaoping::Evaluator::load({argv[1]}, options);
    std::cerr << loaded.messages;
    if (!loaded.evaluator) return 2;

    std::ostringstream text;
    text << std::ifstream(argv[2]).rdbuf();
    const kaoping::CaseResult result = loaded.evaluator->evaluate(text.str(), kaoping::CaseFormat::yaml);
    if (!result.readable) {
        std::cerr << result.unreadable_reason << "\n";
        return 3;
    }
    std::cout << result.case_id << ": ";
    if (result.score) std::cout << result.score->low << " to " << result.score->high << "\n";
    else std::cout << "no score\n";
    for (const kaoping::Finding& finding : result.findings) {
        if (finding.kind == "rule") std::cout << finding.verdict << " " << finding.rule << " ";
        std::cout << finding.subject << ": " << finding.message << "\n";
    }
    return 0;
}
