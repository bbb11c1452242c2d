#pragma once
// The register: one SQLite file that keeps all campaigns. The one place where SQLite's exceptions become sentences.
//
// What `write` has returned from is on the disk (WAL, synchronous FULL): a killed process or a power failure loses none of it,
// and leaves nothing of a `write` that had not returned. Several programs may use one register: a second writer waits for the
// first, and says so if that takes longer than `wait`. Not to be shared between threads at the same time.

#include <chrono>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>

namespace SQLite {
class Database;
}

namespace kaoping::campaign {

/// A sentence for a person: what is wrong, where, what to do.
class RegisterError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Of these: the file itself is broken. Only a copy helps.
class RegisterDamaged : public RegisterError {
public:
    using RegisterError::RegisterError;
};

class Register {
public:
    enum class Open { existing, create };  ///< create: makes the file if there is none
    static constexpr std::chrono::milliseconds default_wait{10'000};

    /// Brings an older register to this program's format. Throws RegisterError: no such file, not a register, written by a newer
    /// kaoping, another program is writing.
    Register(const std::string& path, Open open, std::chrono::milliseconds wait = default_wait);
    ~Register();
    Register(const Register&) = delete;
    Register& operator=(const Register&) = delete;

    using Body = std::function<void(SQLite::Database&)>;
    /// Runs the body in one transaction that keeps other writers out; all or nothing of it is kept. Throws RegisterError, or
    /// what the body throws; then nothing is kept.
    void write(const Body& body);
    /// Runs the body on one consistent state of the register. Temporary tables may be written.
    void read(const Body& body);

    [[nodiscard]] const std::string& path() const { return path_; }

private:
    template <typename Work>
    void guarded(const Work& work) const;
    void prepare_patiently(Open open);
    void prepare(Open open);
    void migrate();

    std::string path_;
    std::chrono::milliseconds wait_;
    std::unique_ptr<SQLite::Database> database_;
};

}  // namespace kaoping::campaign
