#pragma once
#include <array>
#include <bit>
#include <cstdint>

namespace alerts {

/// Path random numbers: xoshiro256** started by splitmix64 (Blackman and Vigna, https://prng.di.unimi.it). The same
/// seed gives the same numbers on every machine, which the distributions of <random> do not promise.
class Random {
public:
    explicit Random(std::uint64_t seed)
    {
        for (auto& word : state_) {
            seed += 0x9e3779b97f4a7c15ULL;
            word = mix(seed);
        }
    }

    std::uint64_t next()
    {
        const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
        const std::uint64_t shifted = state_[1] << 17;
        state_[2] ^= state_[0];
        state_[3] ^= state_[1];
        state_[1] ^= state_[2];
        state_[0] ^= state_[3];
        state_[2] ^= shifted;
        state_[3] = std::rotl(state_[3], 45);
        return result;
    }

    double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }  ///< evenly in [0, 1)

    /// Scatters the bits of `z`, so that seeds that differ by one start unlike sequences.
    static std::uint64_t mix(std::uint64_t z)
    {
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }

    /// A seed for one part of a whole: a stream, a known flow. Parts keep their numbers when other parts come and go.
    static std::uint64_t part(std::uint64_t seed, std::uint64_t part) { return mix(seed * 1000003ULL + mix(part + 1)); }

private:
    std::array<std::uint64_t, 4> state_{};
};

}  // namespace alerts
