#include <algorithm>

#include "ui/cli/commands.hpp"

namespace cli {

using namespace ledger;

namespace {

struct CompletionOptions {
    std::string shell;
};

/// Options of a command by their long names.
std::vector<std::string> options_of(const CLI::App& command)
{
    std::vector<std::string> out;
    for (const auto* option : command.get_options())
        for (const auto& name : option->get_lnames()) out.push_back("--" + name);
    return out;
}

std::vector<const CLI::App*> commands_of(const CLI::App& command)
{
    std::vector<const CLI::App*> out;
    for (const auto* sub : command.get_subcommands([](const CLI::App* c) { return !c->get_group().empty(); }))
        out.push_back(sub);
    return out;
}

/// Visits every command with its path ("bill add") from the root ("").
template <class Visit>
void walk(const CLI::App& command, const std::string& path, const Visit& visit)
{
    visit(command, path);
    for (const auto* sub : commands_of(command))
        walk(*sub, path.empty() ? sub->get_name() : path + " " + sub->get_name(), visit);
}

std::string joined(const std::vector<std::string>& words)
{
    std::string out;
    for (const auto& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

std::string words_after(const CLI::App& root, const CLI::App& command)
{
    std::vector<std::string> words;
    for (const auto* sub : commands_of(command)) words.push_back(sub->get_name());
    for (const auto& option : options_of(command)) words.push_back(option);
    for (const auto& option : options_of(root))
        if (std::find(words.begin(), words.end(), option) == words.end()) words.push_back(option);
    return joined(words);
}

std::string bash(const CLI::App& root)
{
    std::string out =
        "# bash completion for duewatch-cli; made by `duewatch-cli completion bash`\n"
        "_duewatch_cli() {\n"
        "  local cur=${COMP_WORDS[COMP_CWORD]} path= word\n"
        "  COMPREPLY=()\n"
        "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
        "    case \"${path:+$path }$word\" in\n";
    walk(root, "", [&](const CLI::App&, const std::string& path) {
        if (!path.empty()) out += "      '" + path + "') path='" + path + "' ;;\n";
    });
    out += "    esac\n  done\n  case \"$path\" in\n";
    walk(root, "", [&](const CLI::App& c, const std::string& path) {
        out += "    '" + path + "') COMPREPLY=($(compgen -W '" + words_after(root, c) + "' -- \"$cur\")) ;;\n";
    });
    out +=
        "  esac\n  [[ ${#COMPREPLY[@]} -gt 0 ]] || COMPREPLY=($(compgen -f -- \"$cur\"))\n}\n"
        "complete -o filenames -F _duewatch_cli duewatch-cli\n";
    return out;
}

std::string quoted(std::string text)
{
    std::string out;
    for (const char c : text) out += c == '\'' ? std::string{"'\\''"} : c == '\n' ? std::string{" "} : std::string{c};
    return "'" + out + "'";
}

std::string fish(const CLI::App& root)
{
    std::string out = "# fish completion for duewatch-cli; made by `duewatch-cli completion fish`\n";
    walk(root, "", [&](const CLI::App& c, const std::string& path) {
        std::string when;
        if (path.empty()) when = "__fish_use_subcommand";
        else {
            when = "__fish_seen_subcommand_from " + path.substr(0, path.find(' '));
            if (const auto space = path.find(' '); space != std::string::npos)
                when += "; and __fish_seen_subcommand_from " + path.substr(space + 1);
        }
        for (const auto* sub : commands_of(c))
            out += "complete -c duewatch-cli -f -n " + quoted(when) + " -a " + sub->get_name() + " -d " +
                   quoted(sub->get_description()) + "\n";
        for (const auto* option : c.get_options())
            for (const auto& name : option->get_lnames())
                out += "complete -c duewatch-cli" + (path.empty() ? std::string{} : " -n " + quoted(when)) + " -l " +
                       name + (option->get_items_expected_max() > 0 ? " -r" : "") + " -d " +
                       quoted(option->get_description()) + "\n";
    });
    return out;
}

std::string zsh(const CLI::App& root)
{
    // zsh reads bash completions, so there is one table to keep.
    return "#compdef duewatch-cli\n# made by `duewatch-cli completion zsh`\nautoload -U +X bashcompinit && "
           "bashcompinit\n" +
           bash(root);
}

/// The text in troff: no line may start with a dot, a backslash or a quote.
std::string troff(const std::string& text)
{
    std::string out;
    bool start = true;
    for (const char c : text) {
        if (start && (c == '.' || c == '\'')) out += "\\&";
        out += c == '\\' ? std::string{"\\e"} : c == '-' ? std::string{"\\-"} : std::string{c};
        start = c == '\n';
    }
    return out;
}

std::string man(const CLI::App& root)
{
    std::string out = ".TH DUEWATCH\\-CLI 1\n.SH NAME\nduewatch\\-cli \\- " + troff(root.get_description()) +
                      "\n.SH SYNOPSIS\n.B duewatch\\-cli\n[\\-\\-db FILE] [\\-\\-today YYYY\\-MM\\-DD] [\\-\\-json] "
                      "[\\-\\-lang en|zh_CN|zh_TW] COMMAND ...\n";
    walk(root, "", [&](const CLI::App& c, const std::string& path) {
        out += path.empty() ? ".SH OPTIONS\n" : ".SH \"" + troff(path) + "\"\n" + troff(c.get_description()) + "\n";
        for (const auto* option : c.get_options()) {
            if (option->get_lnames().empty() && !option->get_positional()) continue;
            const auto name = option->get_lnames().empty() ? option->get_name() : "--" + option->get_lnames().front();
            const auto type = option->get_items_expected_max() > 0 && !option->get_lnames().empty()
                                  ? " " + option->get_type_name()
                                  : "";
            out += ".TP\n.B " + troff(name + type) + "\n" + troff(option->get_description()) + "\n";
        }
        if (!c.get_footer().empty()) out += ".PP\n.nf\n" + troff(c.get_footer()) + "\n.fi\n";
    });
    return out +
           ".SH EXIT STATUS\n0 done; 1 refused, nothing changed; 2 from check: a due date is at risk; 64 usage; 74 the "
           "disk or the database failed, nothing "
           "changed.\n.SH ENVIRONMENT\n.TP\n.B DUEWATCH_DB\nthe ledger file, where \\-\\-db is not given\n";
}

}  // namespace

void add_completion_command(CLI::App& app, Context& context)
{
    const auto run = [&app](Context&, const CompletionOptions& o) -> Result<Reply> {
        const auto text = o.shell == "bash"   ? bash(app)
                          : o.shell == "zsh"  ? zsh(app)
                          : o.shell == "fish" ? fish(app)
                                              : man(app);
        return Reply{.json = {{"text", text}}, .text = text};
    };
    add_command<CompletionOptions>(
        app, context, "completion", context.words("Prints the completion of a shell, or the man page"),
        "duewatch-cli completion bash > duewatch-cli.bash",
        [&](CLI::App& c, CompletionOptions& o) {
            c.add_option("SHELL", o.shell, "bash|zsh|fish|man")
                ->required()
                ->check(CLI::IsMember({"bash", "zsh", "fish", "man"}));
        },
        run)
        ->group("");  // not in the list of commands
}

}  // namespace cli
