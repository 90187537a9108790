#pragma once
#include <CLI/CLI.hpp>

#include "ui/cli/context.hpp"
#include "ui/cli/reader.hpp"

/// Each file of this folder adds its commands to the tree. A command's options live in a value that its callback owns;
/// the callback only sets `context.action`, so that nothing runs before the whole line is understood.
namespace cli {

void add_account_commands(CLI::App& app, Context& context);
void add_entry_commands(CLI::App& app, Context& context);
void add_entry_edit_commands(CLI::App& entry, Context& context);  ///< edit and remove, of one or many
void add_category_commands(CLI::App& app, Context& context);
void add_rule_commands(CLI::App& app, Context& context);
void add_rate_commands(CLI::App& app, Context& context);
void add_reconcile_commands(CLI::App& account, Context& context);  ///< reconcile, close, reopen
void add_preference_commands(CLI::App& app, Context& context);
void add_bill_commands(CLI::App& app, Context& context);
void add_income_commands(CLI::App& app, Context& context);
void add_holiday_commands(CLI::App& app, Context& context);
void add_quote_command(CLI::App& app, Context& context);
void add_import_commands(CLI::App& app, Context& context);
void add_foresight_commands(CLI::App& app, Context& context);  ///< forecast, check, explain, and the three after it
void add_recurring_commands(CLI::App& app, Context& context);
void add_whatif_command(CLI::App& app, Context& context);
void add_backtest_command(CLI::App& app, Context& context);
void add_rescue_commands(CLI::App& app, Context& context);
void add_contact_commands(CLI::App& app, Context& context);
void add_directory_commands(CLI::App& app, Context& context);  ///< reasons, banks, documents
void add_report_commands(CLI::App& app, Context& context);
void add_export_commands(CLI::App& app, Context& context);
void add_care_commands(CLI::App& app, Context& context);
void add_demo_command(CLI::App& app, Context& context);
void add_completion_command(CLI::App& app, Context& context);

/// A command with its own options: `add_command<AddOptions>(group, context, "add", "…", "example", bind, run)`, where
/// `bind(command, options)` declares the options and `run(context, options)` answers.
template <class Options, class Bind, class Run>
CLI::App* add_command(CLI::App& group, Context& context, const std::string& name, const std::string& about,
                      const std::string& example, Bind bind, Run run)
{
    auto* command = group.add_subcommand(name, about);
    if (!example.empty()) command->footer(context.words.fill("Example:\n  {example}", fmt::arg("example", example)));
    auto options = std::make_shared<Options>();
    bind(*command, *options);
    command->final_callback([options, run, &context] {
        if (!context.action) context.action = [options, run](Context& c) { return run(c, *options); };
    });
    return command;
}

/// A list option that takes one value each time it is given.
inline CLI::Option* add_repeated(CLI::App& command, const std::string& name, std::vector<std::string>& values,
                                 const std::string& about)
{
    return command.add_option(name, values, about)->allow_extra_args(false);
}

/// What is wrong with so many days ahead.
ledger::Problems days_problems(int days);

/// What a name means to a reader: account, category path, a bill's payee; "–" for none.
std::string account_name(const ledger::Book& book, ledger::AccountId id);

struct NoOptions {};
inline void no_options(CLI::App&, NoOptions&) {}

}  // namespace cli
