#include "ui/cli/proposal.hpp"

#include "alerts/rescue/planner.hpp"
#include "ui/cli/table.hpp"
#include "ui/wording/follow_up.hpp"
#include "ui/wording/rescue.hpp"

namespace cli {

using namespace ledger;

Json option_json(const Book& book, const alerts::Option& o, const wording::Words& words)
{
    const auto said = wording::option_words(words, book, o);
    Json j{{"n", o.n},
           {"kind", wording::key(o.kind)},
           {"title", said.title},
           {"holds", probability(o.holds)},
           {"total_cost", json_of(o.total_cost)},
           {"apr", probability(o.apr)},
           {"months", o.months},
           {"monthly", json_of(o.monthly)},
           {"first_payment", json_of(o.first_payment)},
           {"schedule", Json::array()},
           {"needs_bank", o.needs_bank},
           {"why", said.why},
           {"risks", said.risks}};
    if (!o.waits.empty()) j["waits"] = wording::trimmed(words, book, o.waits);
    for (const auto& m : o.moving)
        j["moving"].push_back(
            {{"from", find<Account>(book, m.from)->name}, {"on", json_of(m.on)}, {"amount", json_of(m.amount)}});
    for (const auto& part : o.schedule)
        j["schedule"].push_back({{"due", json_of(part.due)}, {"amount", json_of(part.amount)}});
    return j;
}

void add_plan_options(CLI::App& c, PlanOptions& o, const wording::Words& words)
{
    c.add_option("--reason", o.reason, words("Why money is short; `reasons` lists them"))->type_name("ID");
    c.add_option("--income-change", o.income_change, words("What will come in more or less a month"))
        ->type_name("AMOUNT");
    c.add_option("--keep", o.keep, words("What shall stay in the account"))->type_name("AMOUNT");
}

void check_reason(Reader& in, const Knowledge& knowledge, const std::string& reason)
{
    if (reason.empty() || ledger::reason(knowledge, reason)) return;
    std::string known;
    for (const auto& r : knowledge.reasons) known += (known.empty() ? "" : "|") + r.id;
    in.say({.trouble = Trouble::not_a_choice, .field = "--reason", .text = reason, .detail = known});
}

alerts::PlanRequest read_request(Reader& in, Context& context, const Knowledge& knowledge, const PlanOptions& o,
                                 BillId bill)
{
    alerts::PlanRequest request{.reason = o.reason};
    const auto currency = context.book().preferences.currency;
    if (const auto* owed = find<Bill>(context.book(), bill); owed && owed->hardship) {
        if (request.reason.empty()) request.reason = owed->hardship->reason;
        request.income_change = owed->hardship->income_change;
    }
    if (!o.income_change.empty()) request.income_change = in.money(o.income_change, currency, "--income-change");
    if (!o.keep.empty()) request.keep = in.money(o.keep, currency, "--keep");
    if (in.ok() && request.keep && request.keep->negative())
        in.say({.trouble = Trouble::wrong_sign, .field = "--keep", .text = o.keep});
    check_reason(in, knowledge, o.reason);
    return request;
}

Result<alerts::Proposal> proposal_for(Context& context, const Knowledge& knowledge, BillId bill,
                                      alerts::PlanRequest request)
{
    const auto& state = context.session().state();
    const auto duty = current_duty(state.book, state.history, bill, state.today);
    const auto& payee = state.book.bills.at(bill).payee;
    if (!duty) return Problem{.trouble = Trouble::not_scheduled, .field = "bill", .text = payee};
    if (!duty->open()) return Problem{.trouble = Trouble::already_paid, .field = "bill", .text = payee};
    if (const auto issuer = wording::issuer_of(knowledge, state.book, *duty))
        request.instalment_fees = issuer->terms.instalment_fees;
    return alerts::propose(state.book, state.history, state.today, *duty, request);
}

Result<alerts::Option> offer_for(Context& context, const alerts::Proposal& proposal, const Offer& offer,
                                 const alerts::PlanRequest& request)
{
    const auto& state = context.session().state();
    if (!proposal.duty.open())
        return Problem{.trouble = Trouble::already_paid, .field = "bill", .text = proposal.duty.payee};
    return alerts::offered_option(state.book, state.history, state.today, proposal.duty, offer, request);
}

/// "months=12,fee=0.006,first=2026-12-20".
std::optional<Offer> read_offer(Reader& in, const std::string& text)
{
    if (text.empty()) return std::nullopt;
    Offer offer;
    for (std::size_t from = 0; from < text.size();) {
        const auto end = std::min(text.find(',', from), text.size());
        const auto pair = text.substr(from, end - from);
        const auto value = pair.find('=') == std::string::npos ? "" : pair.substr(pair.find('=') + 1);
        if (pair.starts_with("months=")) offer.months = static_cast<int>(app::number_of(value));
        else if (pair.starts_with("fee=")) offer.fee = in.rate(value, "--offer");
        else if (pair.starts_with("first=")) offer.first = in.date(value, "--offer");
        else
            in.say({.trouble = Trouble::not_a_choice,
                    .field = "--offer",
                    .text = pair,
                    .detail = "months=12,fee=0.006,first=2026-12-20"});
        from = end + 1;
    }
    if (in.ok() && (offer.months < 1 || offer.months > 120))
        in.say({.trouble = Trouble::out_of_range,
                .field = "--offer",
                .text = "months=" + std::to_string(offer.months),
                .detail = "months=1–120"});
    if (in.ok() && (offer.fee > Rate{50'000'000} || offer.fee < Rate{}))
        in.say({.trouble = Trouble::rate_too_high, .field = "--offer", .text = decimal(offer.fee), .detail = "0.05"});
    return offer;
}

std::optional<Offer> last_offer(const Book& book, BillId bill)
{
    const Contact* last = nullptr;
    for (const auto& [id, c] : book.contacts)
        if (c.bill == bill && c.offer && (!last || c.at >= last->at)) last = &c;
    return last ? last->offer : std::nullopt;
}

Json comparison_json(const Book& book, const alerts::Proposal& proposal, const alerts::Option& theirs,
                     const wording::Words& words)
{
    const auto compared = alerts::compare(theirs, proposal);
    const auto said = wording::comparison_words(words, compared);
    Json j{{"theirs", option_json(book, compared.theirs, words)},
           {"ours", compared.ours ? option_json(book, *compared.ours, words) : Json{}},
           {"affordable", proposal.afford.income_seen ? json_of(proposal.afford.amount()) : Json{}},
           {"cost_differs", json_of(compared.cost_differs)},
           {"verdict", wording::key(compared.verdict)},
           {"says", said.verdict}};
    return j;
}

std::string comparison_text(const alerts::Proposal& proposal, const alerts::Option& theirs, const wording::Words& words)
{
    const auto said = wording::comparison_words(words, alerts::compare(theirs, proposal));
    Table table{{"", ">" + words("their offer"), ">" + words("ours"), ">" + words("differs by")}};
    for (const auto& row : said.rows) table.row({row.what, row.theirs, row.ours, row.differs});
    return table.text() + said.verdict + "\n";
}

}  // namespace cli
