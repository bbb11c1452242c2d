#include "generate.hpp"

#include <algorithm>
#include <stdexcept>

#include "administrative.hpp"
#include "criminal.hpp"
#include "json_writer.hpp"

namespace generator {
namespace {

std::string manifest_line(const CaseFile& file, const Plant& plant, bool near, const std::string& pointer) {
    Record line{{"case", file.head.text("id")}, {"unit", file.head.text("unit")}, {"plant", plant.id}, {"kind", near ? "near_miss" : "defect"},
        {"article", plant.article}, {"pointer", pointer}, {"note", near ? plant.near_note : plant.defect_note}, {"also", near ? Texts{} : plant.also}};
    std::string out;
    write_json(out, line);
    return out + '\n';
}

}  // namespace

Generator::Generator(const Options& options) : options_(options), random_(options.seed) {}

Generator::Deal Generator::deal() {
    if (!random_.chance(options_.defects))
        return {};
    if (deck_.empty()) {
        for (const auto& plant : all_plants())
            if (plant.id.find(options_.only) != std::string::npos)
                for (const bool near : {false, true})
                    deck_.push_back({&plant, near});
        if (deck_.empty())
            throw NoPlant("there is no plant whose id contains `" + options_.only + '`');
        random_.shuffle(deck_);
    }
    const Deal dealt = deck_.back();
    deck_.pop_back();
    return dealt;
}

Plan Generator::plan_for(const Deal& deal, Random& random) const {
    Plan plan;
    plan.unit = static_cast<int>(random.between(0, options_.units - 1));
    plan.number = number_;
    const auto span = options_.until.day - options_.from.day;
    plan.received = first_second(options_.from + random.between(0, span)) + hours(random.between(8, 16)) + minutes(random.between(0, 59));
    if (!deal.plant) {
        plan.criminal = random.chance(0.45);
    } else {
        plan.criminal = deal.plant->criminal();
        plan.planted = true;
        for (const auto trait : deal.plant->traits)
            plan.want(trait);
        if (deal.near && !deal.plant->also_near_trait.empty())
            plan.want(deal.plant->also_near_trait);
        if (deal.plant->arrange)
            deal.plant->arrange(plan, deal.near);
    }
    if (plan.criminal)
        draw_criminal(plan, random);
    else
        draw_administrative(plan, random);
    return plan;
}

bool Generator::tell(CaseFile& file, const Plan& plan, const Deal& deal, std::uint64_t seed, std::string& pointer) const {
    Random random(seed);
    if (plan.criminal)
        CriminalStory(file, plan, random).tell();
    else
        AdministrativeStory(file, plan, random).tell();
    const Moment as_of = last_second(options_.until);
    if (!deal.plant) {
        file.cut(as_of);
        return true;
    }
    pointer = file.pointer(file.act(deal.plant->act)) + deal.plant->inside;
    if (!deal.plant->pair.empty())
        pointer += '+' + file.pointer(file.act(deal.plant->pair));
    const auto& change = deal.near ? deal.plant->near : deal.plant->defect;
    if (change)
        change(file);
    return file.latest() <= as_of;
}

Generated Generator::next() {
    ++number_;
    const Deal dealt = deal();
    Plan plan = plan_for(dealt, random_);
    const auto seed = static_cast<std::uint64_t>(random_.between(0, INT64_MAX));
    for (int attempt = 0; attempt < 100; ++attempt) {   // a planted story that is not over at the assessment began earlier
        CaseFile file;
        std::string pointer;
        if (tell(file, plan, dealt, seed, pointer))
            return {file.json(), dealt.plant ? manifest_line(file, *dealt.plant, dealt.near, pointer) : std::string()};
        plan.received = plan.received - days(7);
    }
    throw std::runtime_error("the story of " + dealt.plant->id + " does not fit before the assessment");
}

}  // namespace generator
