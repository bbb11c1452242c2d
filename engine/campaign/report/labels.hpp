#pragma once
// Every word of a campaign's report, workbook and notices that the report of a run does not have, English and Chinese.

#include <span>

#include "engine/report/html/labels.hpp"

namespace kaoping::campaign {

[[nodiscard]] std::span<const engine::html::Label> campaign_labels();

}  // namespace kaoping::campaign
