#include "ui/app/journeys/rates.hpp"

#include "ui/app/journeys/text.hpp"

namespace app {

using namespace ledger;

namespace {

std::vector<std::string> cells_of(std::string_view line)
{
    std::vector<std::string> cells{""};
    for (const char c : line) {
        if (c == ',' || c == ';' || c == '\t') cells.emplace_back();
        else if (c != '"' && c != '\r') cells.back() += c;
    }
    for (auto& cell : cells) {
        const auto from = cell.find_first_not_of(' ');
        cell = from == std::string::npos ? std::string{} : cell.substr(from, cell.find_last_not_of(' ') - from + 1);
    }
    return cells;
}

}  // namespace

Result<Change> add_rates(const State& state, const std::vector<ExchangeRate>& rates)
{
    if (rates.empty()) return Problem{.trouble = Trouble::nothing_to_do, .field = "rate"};
    std::map<std::tuple<Date, Currency, Currency>, ExchangeRateId> known;
    for (const auto& [id, r] : state.book.rates) known[{r.date, r.from, r.to}] = id;
    Change change{.deed = Deed::edit_rates,
                  .about = std::string{rates.front().from.text()} + " → " + std::string{rates.front().to.text()}};
    int ahead = 0;
    for (auto rate : rates) {
        auto& id = known[{rate.date, rate.from, rate.to}];
        if (!id) id = next_id<ExchangeRate>(state.book, ahead++);
        rate.id = id;
        const auto* before = find<ExchangeRate>(state.book, id);
        if (!before || *before != rate) change.steps.push_back(Put<ExchangeRate>{rate});
    }
    if (change.steps.empty()) return Problem{.trouble = Trouble::nothing_to_do, .field = "rate", .text = change.about};
    return change;
}

Result<Change> remove_rate(const State& state, ExchangeRateId id)
{
    const auto* rate = find<ExchangeRate>(state.book, id);
    if (!rate) return Problem{.trouble = Trouble::no_such, .field = "rate", .text = std::to_string(id.value)};
    return Change{.deed = Deed::edit_rates,
                  .about = std::string{rate->from.text()} + " → " + std::string{rate->to.text()},
                  .steps = {Remove<ExchangeRate>{id}}};
}

Result<std::vector<ExchangeRate>> read_rates(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    std::vector<ExchangeRate> out;
    Problems problems;
    int line = 0;
    while (!bytes.empty()) {
        ++line;
        const auto end = std::min(bytes.find('\n'), bytes.size());
        const auto cells = cells_of(bytes.substr(0, end));
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        if (cells.size() == 1 && cells[0].empty()) continue;
        if (line == 1 && ledger::plain_name(cells[0]) == "date") continue;
        if (cells.size() < 4) {
            problems.push_back({.trouble = Trouble::row_too_short, .line = line});
            continue;
        }
        const auto date = parse_date(cells[0]);
        const auto from = parse_currency(cells[1]), to = parse_currency(cells[2]);
        const auto rate = parse_rate(cells[3]);
        const auto note = [&](const auto& read, int column) {
            if (read) return;
            auto problem = read.problem();
            problem.line = line, problem.column = column;
            problems.push_back(std::move(problem));
        };
        note(date, 1), note(from, 2), note(to, 3), note(rate, 4);
        if (date && from && to && rate) out.push_back({.date = *date, .from = *from, .to = *to, .rate = *rate});
    }
    if (!problems.empty()) return problems;
    if (out.empty()) return Problem{.trouble = Trouble::empty_file};
    return out;
}

}  // namespace app
