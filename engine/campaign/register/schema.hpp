#pragma once
// The tables of the register: one step of SQL per format version. A step that has been released is never edited.
//
// Every table is append-only: triggers refuse UPDATE and DELETE. What is the case *now* is said by views. Each decision is one
// row of `event` (who, when, why) and one row of the table of its kind, which names the event.

#include <string>

namespace kaoping::campaign {

/// Format version that this program writes (SQLite's user_version).
constexpr int register_version = 3;
/// SQLite's application_id of a register: "kaop".
constexpr int register_mark = 0x6B616F70;

/// A step may replace a table (SQLite's way of changing one): to be run with foreign keys off, and looked at with
/// foreign_key_check before it is kept.
/// The SQL from version − 1 to version, 1 ≤ version ≤ register_version, without transaction or version number.
[[nodiscard]] std::string schema_step(int version);

}  // namespace kaoping::campaign
