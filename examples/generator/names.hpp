// Invented people and units of 星河市. Identity numbers have a wrong check digit, so they belong to nobody.
#pragma once
#include <string>

#include "moment.hpp"
#include "random.hpp"

namespace generator {

std::string person_name(Random& random, bool female);
std::string unit_name(int unit);                                  // 星河市公安局柳岸派出所
std::string short_unit_name(int unit);                            // 柳岸
std::string officer_number(int unit, int place);                  // six digits, one per unit and place
std::string identity_number(Random& random, Date born, bool female);

}  // namespace generator
