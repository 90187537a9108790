#include <unistd.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <iostream>

#include "ui/cli/commands.hpp"
#include "ui/wording/problems.hpp"

#ifndef DUEWATCH_VERSION
#define DUEWATCH_VERSION "0.1.0"
#endif

namespace {

/// The wall clock, and nobody else reads it.
ledger::Moment clock_now()
{
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return ledger::moment(ledger::make_date(local.tm_year + 1900, static_cast<unsigned>(local.tm_mon + 1),
                                            static_cast<unsigned>(local.tm_mday)),
                          local.tm_hour, local.tm_min);
}

/// The language of help texts must be known before the tree of commands is made: --lang, else the environment's.
std::string language_of(int argc, char** argv)
{
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument{argv[i]};
        if (argument == "--lang" && i + 1 < argc) return argv[i + 1];
        if (argument.starts_with("--lang=")) return std::string{argument.substr(7)};
    }
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (!value || !*value) continue;
        const std::string_view locale{value};
        if (locale.starts_with("zh_TW") || locale.starts_with("zh_HK")) return "zh_TW";
        return locale.starts_with("zh") ? "zh_CN" : "en";
    }
    return "en";
}

/// The country the person is in, as the system says it; empty where it says none. Source: POSIX, locale names.
std::string country_of_system()
{
    for (const char* name : {"LC_ALL", "LC_NUMERIC", "LC_TIME", "LANG"}) {
        const char* value = std::getenv(name);
        if (value && *value) return std::string{ledger::country_of(value)};
    }
    return {};
}

void add_global_options(CLI::App& app, cli::Context& context)
{
    const auto& words = context.words;
    app.add_option("--db", context.db_file, words("The ledger file; else $DUEWATCH_DB, else the data folder"))
        ->type_name("FILE")
        ->take_last();
    app.add_option("--today", context.today_text, words("The day on which judgements are made; else the clock's"))
        ->type_name("YYYY-MM-DD")
        ->take_last();
    app.add_flag("--json", context.json, words("One JSON document on stdout and nothing else"));
    app.add_option("--lang", context.language, words("Language of what is said"))
        ->type_name("en|zh_CN|zh_TW")
        ->take_last()
        ->check(CLI::IsMember({"en", "zh_CN", "zh_TW"}));
    app.set_version_flag("--version", "duewatch-cli " DUEWATCH_VERSION, words("The version, and nothing else"));
}

void add_commands(CLI::App& app, cli::Context& context)
{
    cli::add_account_commands(app, context);
    cli::add_entry_commands(app, context);
    cli::add_category_commands(app, context);
    cli::add_rule_commands(app, context);
    cli::add_rate_commands(app, context);
    cli::add_bill_commands(app, context);
    cli::add_income_commands(app, context);
    cli::add_holiday_commands(app, context);
    cli::add_quote_command(app, context);
    cli::add_import_commands(app, context);
    cli::add_foresight_commands(app, context);
    cli::add_rescue_commands(app, context);
    cli::add_report_commands(app, context);
    cli::add_export_commands(app, context);
    cli::add_care_commands(app, context);
    cli::add_preference_commands(app, context);
    cli::add_demo_command(app, context);
    cli::add_completion_command(app, context);
}

void tell(const std::string& line)
{
    std::fprintf(stderr, "duewatch-cli: %s\n", line.c_str());
}

/// A reader that went away (`| head`) is not an error; a disk that is full is.
bool print(const std::string& text)
{
    if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0) return true;
    return errno == EPIPE;
}

int answer(cli::Context& context)
{
    const auto reply = context.action(context);
    if (const auto& left_out = context.left_out(); !left_out.empty())
        tell(wording::left_out_sentence(left_out, context.words));
    if (!reply) {
        for (const auto& problem : reply.problems()) tell(wording::sentence(problem, context.words));
        return cli::Exit::refused;
    }
    if (!print(context.json ? cli::document(reply->json) + "\n" : reply->text)) {
        tell(context.words("What was asked could not be written out: the disk may be full."));
        return cli::Exit::disk;
    }
    return reply->exit;
}

int run(int argc, char** argv)
{
    cli::Context context;
    context.clock = clock_now();
    context.words = wording::Words{language_of(argc, argv), country_of_system()};
    CLI::App app{context.words("Warns before a bill is missed, and says what to do."), "duewatch-cli"};
    app.require_subcommand(1);
    app.fallthrough();
    app.footer(context.words.fill(
        "Example:\n  {example}",
        fmt::arg("example", "duewatch-cli import statement.csv --account Checking\n  duewatch-cli check")));
    add_global_options(app, context);
    add_commands(app, context);
    try {
        app.parse(argc, argv);
    }
    catch (const CLI::Success& asked) {
        return app.exit(asked);  // --help, --version
    }
    catch (const CLI::ParseError& error) {
        tell(fmt::format("{} ({})", error.what(), context.words("see --help")));
        return cli::Exit::usage;
    }
    context.set_today({ledger::day_of(context.clock)});
    if (!context.today_text.empty()) {
        const auto day = ledger::parse_date(context.today_text);
        if (!day) {
            auto problem = day.problem();
            problem.field = "--today";
            tell(wording::sentence(problem, context.words));
            return cli::Exit::usage;
        }
        context.set_today({*day});
    }
    return answer(context);
}

}  // namespace

int main(int argc, char** argv)
{
    std::signal(SIGPIPE, SIG_IGN);
    try {
        return run(argc, argv);
    }
    catch (const db::StorageError& error) {
        tell(wording::sentence(error.kind(), error.file().string(), error.what(),
                               wording::Words{language_of(argc, argv)}));
    }
    catch (const std::bad_alloc&) {
        tell("out of memory; nothing was changed");
    }
    catch (const std::filesystem::filesystem_error& error) {
        tell(error.what());
    }
    return cli::Exit::disk;
}
