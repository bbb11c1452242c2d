// A case file under way: the acts of its timeline, each with the record that it leaves. Acts can be given a name by which plants
// find them again ("detention", "family_notice").
#pragma once
#include <deque>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "record.hpp"

namespace generator {

class CaseFile {
public:
    CaseFile();
    Record head;                                                   // the values of the case itself

    Record& add(std::string_view list, Record record);             // the reference stays valid
    Record& name(std::string name, Record& act);                   // later the same name means the newest act
    Record& act(std::string_view name);                            // throws std::out_of_range
    bool has_act(std::string_view name) const;
    std::deque<Record>& list(std::string_view list);
    std::string next_id(std::string_view list);                    // "M-3"
    void remove(std::string_view list, const Record& record);      // later references into this list are void

    std::string pointer(const Record& act) const;                  // "/measures/2", "" for the case itself
    Moment latest() const;                                         // the last moment at which anything happens
    void cut(Moment as_of);                                        // forgets what happens later; what is going on stays open
    std::string json() const;

private:
    void forget_counts();
    bool forget_strangers(std::set<std::string>& gone);            // whether there were any

    std::vector<std::pair<std::string, std::deque<Record>>> lists_;
    std::map<std::string, Record*, std::less<>> names_;
};

}  // namespace generator
