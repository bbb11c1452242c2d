// The register: see register.hpp.

#include "engine/campaign/register/register.hpp"

#include <filesystem>
#include <thread>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/core.h>
#include <sqlite3.h>

#include "engine/campaign/register/schema.hpp"

namespace kaoping::campaign {

namespace {

int pragma(SQLite::Database& database, const char* name) { return database.execAndGet(fmt::format("pragma {}", name)).getInt(); }

[[noreturn]] void throw_for(const SQLite::Exception& error, const std::string& path, std::chrono::milliseconds wait) {
    switch (error.getErrorCode()) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            throw RegisterError(fmt::format("{}: another program is writing to this register and has not finished within {} s; try again later", path,
                                             static_cast<double>(wait.count()) / 1000));
        case SQLITE_NOTADB: throw RegisterError(path + ": this is not a register of kaoping; name another file");
        case SQLITE_CORRUPT: throw RegisterDamaged(fmt::format("{}: the register is damaged ({}); go back to the last copy of it", path, error.what()));
        case SQLITE_FULL: throw RegisterError(path + ": the disk is full; nothing of this step was kept");
        case SQLITE_READONLY: throw RegisterError(path + ": the register cannot be written; look at the permissions of the file and its folder");
        case SQLITE_CANTOPEN: throw RegisterError(path + ": the file cannot be opened; look at its path and permissions");
        default: throw RegisterError(fmt::format("{}: {}", path, error.what()));
    }
}

}  // namespace

template <typename Work>
void Register::guarded(const Work& work) const {
    try {
        work();
    } catch (const SQLite::Exception& error) {
        throw_for(error, path_, wait_);
    }
}

Register::Register(const std::string& path, Open open, std::chrono::milliseconds wait) : path_(path), wait_(wait) {
    std::error_code ignored;
    if (open == Open::existing && !std::filesystem::exists(path, ignored))
        throw RegisterError(path + ": there is no such register; `kaoping campaign new` makes one");
    guarded([&] { prepare_patiently(open); });
}

Register::~Register() = default;

/// SQLite does not wait by itself where two programs make the same file, or change it to WAL, at the same time: it says at once that it
/// is busy. Begun again, the second one finds the work done.
void Register::prepare_patiently(Open open) {
    constexpr std::chrono::milliseconds pause{10};
    const auto until = std::chrono::steady_clock::now() + wait_;
    for (;; std::this_thread::sleep_for(pause)) {
        try {
            return prepare(open);
        } catch (const SQLite::Exception& error) {
            const bool busy = error.getErrorCode() == SQLITE_BUSY || error.getErrorCode() == SQLITE_LOCKED;
            if (!busy || std::chrono::steady_clock::now() >= until) throw;
        }
    }
}

void Register::prepare(Open open) {
    const int mode = SQLite::OPEN_READWRITE | (open == Open::create ? SQLite::OPEN_CREATE : 0);
    database_ = std::make_unique<SQLite::Database>(path_, mode, static_cast<int>(wait_.count()));
    database_->exec("pragma foreign_keys = on");
    database_->exec("pragma synchronous = full");
    SQLite::Transaction transaction(*database_);  // one state: another program may be making the same register
    const int version = pragma(*database_, "user_version");
    if (version > register_version)
        throw RegisterError(fmt::format("{}: this register was written by a newer kaoping (format {}; this program knows up to {}); use that program", path_,
                                        version, register_version));
    const bool ours = pragma(*database_, "application_id") == register_mark;
    const bool empty = database_->execAndGet("select count(*) from sqlite_master").getInt() == 0;
    if (!ours && (!empty || open != Open::create)) throw RegisterError(path_ + ": this is not a register of kaoping; name another file");
    transaction.commit();
    if (version < register_version) migrate();
}

void Register::migrate() {
    database_->exec("pragma journal_mode = wal");
    database_->exec("pragma foreign_keys = off");  // steps may replace tables that others refer to
    SQLite::Transaction transaction(*database_, SQLite::TransactionBehavior::IMMEDIATE);
    for (int version = pragma(*database_, "user_version") + 1; version <= register_version; ++version) {  // read again: now nobody else migrates
        database_->exec(schema_step(version));
        database_->exec(fmt::format("pragma user_version = {}", version));
    }
    database_->exec(fmt::format("pragma application_id = {}", register_mark));
    if (SQLite::Statement lost(*database_, "pragma foreign_key_check"); lost.executeStep())
        throw RegisterDamaged(fmt::format("{}: an entry of {} names one that is not there, so the register is not brought to the new format; go back to the "
                                          "last copy of it",
                                          path_, lost.getColumn(0).getString()));
    transaction.commit();
    database_->exec("pragma foreign_keys = on");
}

void Register::write(const Body& body) {
    guarded([&] {
        SQLite::Transaction transaction(*database_, SQLite::TransactionBehavior::IMMEDIATE);
        body(*database_);
        transaction.commit();
    });
}

void Register::read(const Body& body) {
    guarded([&] {
        SQLite::Transaction transaction(*database_);
        body(*database_);
        transaction.commit();
    });
}

}  // namespace kaoping::campaign
