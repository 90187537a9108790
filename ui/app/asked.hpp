#pragma once
#include <exception>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "ui/app/outcome.hpp"

namespace app {

/// What was asked of the world, or why it could not be had.
template <class T>
class Asked {
public:
    Asked(T found) : what_{std::in_place_index<0>, std::move(found)} {}
    Asked(Mishap trouble) : what_{std::in_place_index<1>, std::move(trouble)} {}

    bool ok() const { return what_.index() == 0; }
    explicit operator bool() const { return ok(); }
    const T& operator*() const& { return std::get<0>(what_); }  ///< needs ok(), as all of these do
    T& operator*() & { return std::get<0>(what_); }
    T&& operator*() && { return std::get<0>(std::move(what_)); }
    const T* operator->() const { return &std::get<0>(what_); }
    T* operator->() { return &std::get<0>(what_); }
    const Mishap& trouble() const { return std::get<1>(what_); }  ///< needs !ok()
    T value_or(T otherwise) && { return ok() ? std::get<0>(std::move(what_)) : std::move(otherwise); }

    /// For whoever ends with the failure, as the command line does: throws it as db::StorageError.
    T or_throw() &&
    {
        if (!ok()) throw db::StorageError{trouble().kind, trouble().file, trouble().what};
        return std::get<0>(std::move(what_));
    }

private:
    std::variant<T, Mishap> what_;
};

/// What an exception says of the world.
inline Mishap mishap_of(const std::exception& error)
{
    if (const auto* storage = dynamic_cast<const db::StorageError*>(&error))
        return {.kind = storage->kind(), .file = storage->file().string(), .what = storage->what()};
    return {.kind = db::StorageError::Kind::other, .file = {}, .what = error.what()};
}

/// Calls it, and answers with what it gave or with what became of the disk.
template <class Fn>
auto guarded(Fn&& fn) -> Asked<std::decay_t<std::invoke_result_t<Fn>>>
{
    try {
        return std::forward<Fn>(fn)();
    }
    catch (const db::StorageError& error) {
        return mishap_of(error);
    }
}

}  // namespace app
