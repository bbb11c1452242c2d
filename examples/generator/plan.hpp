// What a story is to contain: traits ("minor", "arrested") and the times at which its acts happen. Drawn at random, unless a plant
// asks for a trait or sets a time to the edge of a limit.
#pragma once
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "moment.hpp"
#include "random.hpp"

namespace generator {

class Plan {
public:
    using When = std::function<Moment(Moment)>;   // from the start of a limit to the act that it limits

    bool criminal = true;
    int unit = 0;
    int number = 0;          // of the case in the run
    Moment received{};
    bool planted = false;    // a planted case has the traits that the plant asked for and no other unusual ones

    void want(std::string_view trait) { traits_.emplace(trait); }
    bool has(std::string_view trait) const { return traits_.contains(trait); }
    void set_time(std::string_view act, When when) { times_.insert_or_assign(std::string(act), std::move(when)); }
    bool sets_time(std::string_view act) const { return times_.contains(act); }
    // A height or number that the story would choose itself: the days of a detention, a fine.
    void set_amount(std::string_view name, std::int64_t n) { amounts_.insert_or_assign(std::string(name), n); }
    std::int64_t amount(std::string_view name, std::int64_t otherwise) const;
    // When `act` happens whose limit starts at `start`: as set, or after a span drawn between low and high.
    Moment time(std::string_view act, Moment start, Span low, Span high, Random& random) const;

private:
    std::set<std::string, std::less<>> traits_;
    std::map<std::string, When, std::less<>> times_;
    std::map<std::string, std::int64_t, std::less<>> amounts_;
};

// Adds a course and unusual traits by chance; a course that is wanted already stays.
void draw_criminal(Plan& plan, Random& random);
void draw_administrative(Plan& plan, Random& random);

}  // namespace generator
