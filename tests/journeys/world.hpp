#pragma once
#include <nlohmann/json.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/run.hpp"

/// A ledger file of its own and the real program on it.
struct World {
    support::Folder folder{};
    std::string db = (folder.path() / "home.duewatch").string();
    std::string today = "2026-11-22";

    support::Ran operator()(std::vector<std::string> words, const std::string& input = {}) const
    {
        std::vector<std::string> line{DUEWATCH_CLI, "--db", db, "--today", today};
        line.insert(line.end(), words.begin(), words.end());
        return support::run(line, input);
    }

    /// The one JSON document on stdout; fails the test when the program refused or said anything else.
    nlohmann::json json(std::vector<std::string> words, const std::string& input = {}, int exit = 0) const
    {
        words.emplace_back("--json");
        const auto ran = (*this)(words, input);
        INFO(ran.err);
        REQUIRE(ran.exit == exit);
        return nlohmann::json::parse(ran.out);
    }

    /// A household with a checking account, savings and a card whose statement of 5 November is due on the 25th.
    void settle_in() const
    {
        json({"account", "add", "Checking", "--type", "checking", "--opening", "3000", "--opening-date", "2026-01-01"});
        json({"account", "add", "Savings", "--type", "savings", "--opening", "9000", "--opening-date", "2026-01-01"});
        json({"account", "add", "Card", "--type", "card", "--issuer", "icbc", "--statement-day", "5", "--due-day", "25",
              "--pay-from", "Checking"});
    }

    std::string balance(const std::string& account) const
    {
        const auto all = json({"account", "list"});
        for (const auto& a : all["accounts"])
            if (a["name"] == account) return a["balance"];
        return "no such account";
    }

    nlohmann::json bill(const std::string& payee) const
    {
        const auto all = json({"bill", "list"});
        for (const auto& b : all["bills"])
            if (b["payee"] == payee) return b;
        return nullptr;
    }
};
