#include "names.hpp"

#include <array>
#include <fmt/format.h>

namespace generator {
namespace {

const std::vector<std::string> families{"赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈", "沈", "韩", "杨", "朱", "秦", "许", "何", "吕", "施", "张",
    "孔", "曹", "严", "华", "金", "魏", "陶", "姜", "谢", "邹", "苏", "潘", "葛", "范", "彭", "鲁", "马", "方", "袁", "唐"};
const std::vector<std::string> men{"建国", "志强", "海涛", "文斌", "立军", "国平", "晓峰", "俊杰", "永刚", "家豪", "明远", "思源", "小东", "大勇", "春生"};
const std::vector<std::string> women{"晓梅", "丽华", "秀英", "雨欣", "静怡", "桂芳", "佳宁", "思琪", "海燕", "玉兰", "雪莹", "文静", "小娟", "春花", "淑珍"};
const std::vector<std::string> places{"柳岸", "东渡", "石桥", "青湖", "云台", "白鹭", "北塔", "南浦", "长亭", "梅岭", "竹溪", "凤山", "龙泉", "清河", "望江", "松林"};

// The check digit of GB 11643.
char check_digit(const std::string& seventeen) {
    constexpr std::array<int, 17> weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += (seventeen[i] - '0') * weights[i];
    return "10X98765432"[sum % 11];
}

}  // namespace

std::string person_name(Random& random, bool female) { return random.pick(families) + random.pick(female ? women : men); }

std::string short_unit_name(int unit) {
    const auto place = places[static_cast<std::size_t>(unit) % places.size()];
    const auto round = static_cast<std::size_t>(unit) / places.size();
    return round == 0 ? place : fmt::format("{}{}", place, round + 1);
}

std::string unit_name(int unit) { return fmt::format("星河市公安局{}派出所", short_unit_name(unit)); }

std::string officer_number(int unit, int place) { return fmt::format("{:06}", 880000 + unit * 20 + place); }

std::string identity_number(Random& random, Date born, bool female) {
    const auto digits = text_of(born);
    const auto order = random.between(0, 499) * 2 + (female ? 0 : 1);
    const auto seventeen = fmt::format("999901{}{}{}{:03}", digits.substr(0, 4), digits.substr(5, 2), digits.substr(8), order);
    return seventeen + (check_digit(seventeen) == '0' ? '1' : '0');
}

}  // namespace generator
