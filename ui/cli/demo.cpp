#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "alerts/rescue/planner.hpp"
#include "db/seed/knowledge.hpp"
#include "ui/app/move_in.hpp"
#include "ui/cli/commands.hpp"
#include "ui/cli/table.hpp"
#include "ui/wording/rescue.hpp"
#include "ui/wording/sentences.hpp"

namespace cli {

using namespace ledger;
namespace fs = std::filesystem;

namespace {

constexpr const char* ledger_name = "sample-household.duewatch";

struct DemoOptions {
    std::string dir;
};

fs::path folder_for(const DemoOptions& o)
{
    if (!o.dir.empty()) {
        fs::create_directories(o.dir);
        return o.dir;
    }
    auto pattern = (fs::temp_directory_path() / "duewatch-demo-XXXXXX").string();
    if (!::mkdtemp(pattern.data())) throw db::StorageError{db::StorageError::Kind::cannot_open, pattern, "mkdtemp"};
    return pattern;
}

/// Writes a file for the user alone.
void write_private(const fs::path& file, std::string_view bytes)
{
    std::ofstream out{file, std::ios::binary | std::ios::trunc};
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush()) throw db::StorageError{db::StorageError::Kind::disk_full, file, "write"};
}

/// A sample made earlier in the same folder is ours to replace; nothing else is touched.
void make_room(const fs::path& folder)
{
    for (const char* end : {"", "-wal", "-shm"}) fs::remove(folder / (std::string{ledger_name} + end));
}

std::string title(int n, const std::string& text)
{
    return fmt::format("\n{}. {}\n", n, text);
}

/// A text in lines of at most 100 columns, each behind `indent`; lines of its own stay.
std::string wrapped(const std::string& text, const std::string& indent)
{
    std::string out, line, word;
    const auto flush = [&] {
        if (!line.empty()) out += indent + line + "\n";
        line.clear();
    };
    const auto take = [&] {
        if (width(line) + width(word) > 96) flush();
        line += line.empty() && word.starts_with(' ') ? word.substr(1) : word;
        word.clear();
    };
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t size = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        if (text[i] == '\n') take(), flush();
        else if (text[i] == ' ') take(), word = " ";
        else word += text.substr(i, size);
        if (size >= 3) take();  // a line may break after any wide letter
        i += text[i] == '\n' ? 1 : size;
    }
    take();
    flush();
    return out;
}

/// The story, told from the ledger as it then stands. Every figure is computed from it.
class Story {
public:
    Story(Context& context, app::Session& session, std::vector<app::SampleImport> imports, fs::path folder)
        : words_{context.words},
          now_{context.now()},
          session_{session},
          imports_{std::move(imports)},
          folder_{std::move(folder)}
    {
    }

    Reply tell()
    {
        Reply reply;
        reply.text = words_("Duewatch: a sample household") + "\n" +
                     words_(
                         "A family of three: one salary, a translator's income in Alipay, rent, a kindergarten, a "
                         "credit card. Nothing below is typed in: "
                         "it is computed from four statements in the formats of the banks.") +
                     "\n";
        reply.text = wrapped(reply.text, "") + came_in() + due();
        const auto& findings = session_.assessment().findings;
        if (!findings.empty()) reply.text += warning(findings.front()) + rescue(findings.front());
        reply.text += look_around();
        reply.json = {{"folder", folder_.string()},
                      {"ledger", (folder_ / ledger_name).string()},
                      {"imports", Json::array()},
                      {"findings", findings.size()}};
        for (const auto& i : imports_)
            reply.json["imports"].push_back({{"file", i.statement.file},
                                             {"account", i.statement.account},
                                             {"imported", i.draft.fresh},
                                             {"neutral", i.draft.neutral.size()},
                                             {"rejected", i.draft.rejected.size()},
                                             {"again", i.again}});
        return reply;
    }

private:
    std::string came_in() const
    {
        Table table{{words_("Statement"), words_("Read as"), words_("Account"), ">" + words_("Entries"),
                     ">" + words_("In"), ">" + words_("Out"), ">" + words_("Balance now")}};
        int neutral = 0, again = 0;
        std::size_t met = 0;
        for (const auto& i : imports_) {
            const auto account = account_named(session_.state().book, i.statement.account)->id;
            table.row({i.statement.file, i.draft.reading.encoding + ", " + i.draft.reading.id, i.statement.account,
                       std::to_string(i.draft.fresh), words_.money(i.draft.sum_in), words_.money(i.draft.sum_out),
                       words_.money(balance_on(session_.state().book, session_.state().history, account,
                                               session_.state().today.date))});
            neutral += static_cast<int>(i.draft.neutral.size());
            again += i.again;
            met += static_cast<std::size_t>(std::count_if(i.effects.transfers.begin(), i.effects.transfers.end(),
                                                          [](const auto& t) { return t.sure; }));
        }
        auto text = title(1, words_("What came in")) + table.text();
        text += wrapped(words_.plural("{n} line moves no money of the wallet; it is listed, not lost.",
                                      "{n} lines move no money of the wallet; they are listed, not lost.", neutral),
                        "   ");
        text += wrapped(words_.plural("{n} payment stood in two of the files and was met as one transfer.",
                                      "{n} payments stood in two of the files and were met as transfers.",
                                      static_cast<std::int64_t>(met)),
                        "   ");
        return text +
               wrapped(words_.fill("Importing all four again would add {n} entries.", fmt::arg("n", again)), "   ");
    }

    std::string due()
    {
        Table table{{words_("Due"), words_("Payee"), ">" + words_("Still owed"), words_("Pays"),
                     ">" + words_("Chance of being short"), words_("Level")}};
        const auto& a = session_.assessment();
        std::vector<const alerts::Finding*> ahead;
        for (const auto& f : a.findings)
            if (f.duty.due <= a.today.date + Days{31}) ahead.push_back(&f);
        std::stable_sort(ahead.begin(), ahead.end(), [](auto* x, auto* y) { return x->duty.due < y->duty.due; });
        for (const auto* f : ahead)
            table.row({words_.date(f->duty.due), f->duty.payee, words_.money(f->duty.still_owed),
                       account_name(session_.state().book, f->duty.pay_from),
                       f->p_short ? words_.chance(*f->p_short) : "–", wording::level_name(words_, f->level)});
        return title(2, words_("What is due in the coming month")) + table.text();
    }

    std::string warning(const alerts::Finding& f) const
    {
        auto text = title(3, words_("The warning"));
        text +=
            wrapped(wording::finding_headline(words_, f, account_name(session_.state().book, f.duty.pay_from)), "   ");
        text += wrapped(wording::finding_shortage(words_, f), "   ");
        for (const auto& cause : f.because) text += wrapped(wording::cause(words_, cause), "   · ");
        return text + wrapped(wording::finding_advice(words_, f, session_.state().today), "   ");
    }

    std::string rescue(const alerts::Finding& f) const
    {
        const auto& s = session_.state();
        const auto knowledge = db::load_knowledge();
        const auto proposal = alerts::propose(s.book, s.history, s.today, f.duty, {.reason = "reduced_income"});
        auto text = title(4, words_("Ways out, the cheapest that holds first"));
        for (const auto& option : proposal.options) {
            const auto w = wording::option_words(words_, s.book, option);
            text += wrapped(fmt::format("{}) {}", option.n, w.title), "   ");
            text += wrapped(w.why, "      ") + wrapped(w.cost, "      ") + wrapped(w.holds, "      ");
        }
        text += wrapped(wording::advice_words(words_, proposal), "   ");
        const wording::ContactAsk ask{.reason = "reduced_income", .option = bank_option(proposal)};
        const auto sheet = wording::contact_sheet(words_, knowledge, s.book, proposal, ask, now_);
        text += title(5, words_("What to say to the bank"));
        text += wrapped(words_.fill("Dial first: {number}", fmt::arg("number", sheet.call.first)), "   ");
        if (!sheet.call.hotline.empty())
            text += wrapped(words_.fill("Otherwise {number} (checked {checked}; confidence: {confidence})",
                                        fmt::arg("number", sheet.call.hotline), fmt::arg("checked", sheet.call.checked),
                                        fmt::arg("confidence", sheet.call.confidence)),
                            "   ");
        text += wrapped(words_.fill("Good time: {slot}; not {avoid}", fmt::arg("avoid", sheet.call.avoid),
                                    fmt::arg("slot", sheet.call.best_next_slot)),
                        "   ");
        text += "\n" + wrapped(sheet.script, "   │ ");
        text += "\n" + wrapped(words_("Papers that help:"), "   ");
        for (const auto& d : sheet.documents)
            if (d.essential) text += wrapped(d.name, "   · ");
        return text + wrapped(sheet.disclaimer, "   ");
    }

    static std::optional<int> bank_option(const alerts::Proposal& proposal)
    {
        for (const auto& option : proposal.options)
            if (option.needs_bank) return option.n;
        return std::nullopt;
    }

    std::string look_around() const
    {
        const auto file = (folder_ / ledger_name).string();
        return "\n" +
               words_.fill("The ledger and the four statements lie in {folder}. Look around:",
                           fmt::arg("folder", folder_.string())) +
               "\n" +
               fmt::format(
                   "  duewatch --db {0}\n  duewatch-cli --db {0} check\n  duewatch-cli --db {0} report spending --by "
                   "category\n",
                   file);
    }

    const wording::Words& words_;
    Moment now_;
    app::Session& session_;
    std::vector<app::SampleImport> imports_;
    fs::path folder_;
};

Result<Reply> demo(Context& context, const DemoOptions& o)
{
    const auto folder = folder_for(o);
    make_room(folder);
    const auto household = app::sample_household(context.today());
    for (const auto& s : household.statements) write_private(folder / s.file, s.bytes);
    auto session = app::Session::open(folder / ledger_name, context.today(), [now = context.now()] { return now; });
    auto imports = app::move_in(session, household, context.now());
    if (!imports) return imports.problems();
    return Story{context, session, std::move(*imports), folder}.tell();
}

}  // namespace

void add_demo_command(CLI::App& app, Context& context)
{
    add_command<DemoOptions>(
        app, context, "demo",
        context.words("A sample household from its statements to the way out; touches no other ledger"),
        "duewatch-cli demo --dir ~/duewatch-demo",
        [&](CLI::App& c, DemoOptions& options) {
            c.add_option("--dir", options.dir,
                         context.words("Folder for the sample's files; default: a new one for temporary files"));
        },
        demo);
}

}  // namespace cli
