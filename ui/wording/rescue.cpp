#include "ui/wording/rescue.hpp"

#include <algorithm>

#include "ui/wording/rescue_writer.hpp"

namespace wording {

namespace {

using ledger::Channel;
using ledger::Knowledge;
using ledger::PlanKind;

std::string request_for(PlanKind kind)
{
    switch (kind) {
        case PlanKind::move_due_date: return "due_date_change";
        case PlanKind::extension: return "short_extension";
        case PlanKind::pay_minimum: return "minimum_payment";
        case PlanKind::bill_instalment: return "bill_instalment";
        case PlanKind::personal_instalment: return "individual_plan";
        case PlanKind::interest_freeze: return "interest_freeze";
        case PlanKind::counselling: return "counselling";
        case PlanKind::transfer:
        case PlanKind::trim:
        case PlanKind::defer_spending: break;
    }
    return {};
}

}  // namespace

std::string joined(const std::vector<std::string>& parts, const std::string& between)
{
    std::string out;
    for (const auto& p : parts) out += (out.empty() ? "" : between) + p;
    return out;
}

Writer::Writer(const Words& words, const Knowledge& knowledge, const ledger::Book& book,
               const alerts::Proposal& proposal, const ContactAsk& ask, ledger::Moment now)
    : words_{words},
      k_{knowledge},
      book_{book},
      proposal_{proposal},
      duty_{proposal.duty},
      ask_{ask},
      now_{now},
      today_{ledger::day_of(now)},
      issuer_{issuer_of(knowledge, book, proposal.duty)},
      reason_{ledger::reason(knowledge, ask.reason)}
{
    sheet_.region = region();
    sheet_.issuer = issuer_ ? issuer_->id : std::string{};
    sheet_.issuer_name = issuer_ ? in(issuer_->names) : duty_.payee;
    choose_request();
    values_ = values();
}

ContactSheet Writer::run()
{
    call();
    documents();
    texts();
    guidance();
    return std::move(sheet_);
}

std::vector<std::string> Writer::in(const std::vector<ledger::Text>& texts) const
{
    std::vector<std::string> out;
    for (const auto& t : texts) out.push_back(in(t));
    return out;
}

/// Whose rules apply is the bank's country; the reader's script says nothing about it.
std::string Writer::region() const
{
    if (issuer_ && !issuer_->country.empty()) return issuer_->country;
    if (!book_.preferences.region.empty()) return book_.preferences.region;
    const auto currency = duty_.amount.currency.text();
    for (const auto& [code, country] :
         {std::pair{"CNY", "CN"}, {"TWD", "TW"}, {"HKD", "HK"}, {"SGD", "SG"}, {"USD", "US"}, {"GBP", "GB"}})
        if (currency == code) return country;
    return "*";
}

const alerts::Option* Writer::option_for(const std::string& request) const
{
    for (const auto& o : proposal_.options)
        if (request_for(o.kind) == request) return &o;
    return nullptr;
}

/// The option asked for; else, in the order that suits the reason, the first request for which an option holds; else
/// the reason's or the stage's first.
void Writer::choose_request()
{
    for (const auto& o : proposal_.options)
        if (ask_.option && o.n == *ask_.option) option_ = &o;
    if (option_) sheet_.request = request_for(option_->kind);
    std::vector<std::string> order = reason_ ? reason_->requests : std::vector<std::string>{};
    if (const auto* stage = ledger::stage(k_, days_after_due()))
        order.insert(order.end(), stage->requests.begin(), stage->requests.end());
    for (std::size_t i = 0; i < order.size() && sheet_.request.empty(); ++i)
        if (const auto* fits = option_for(order[i])) option_ = fits, sheet_.request = order[i];
    if (sheet_.request.empty() && !order.empty()) sheet_.request = order.front();
    if (option_) sheet_.option = option_->n;
    if (const auto at = k_.request_types.find(sheet_.request); at != k_.request_types.end())
        sheet_.request_name = in(at->second.names);
}

bool Writer::have(const std::string& document) const
{
    for (const auto& [id, paper] : book_.papers)
        if (paper.bill == duty_.bill && paper.document == document && paper.state != ledger::PaperState::to_get)
            return true;
    return document == "budget_sheet" && proposal_.afford.income_seen;  // this program writes it
}

/// Only what the user says is there: no paper is ever invented.
std::vector<std::string> Writer::papers_at_hand() const
{
    std::vector<std::string> out;
    for (const auto& [id, document] : k_.documents)
        if (have(id)) out.push_back(in(document.names));
    return out;
}

void Writer::documents()
{
    const auto* any = ledger::reason(k_, "other");
    const auto* reason = reason_ ? reason_ : any;
    if (!reason) return;
    for (const auto& id : reason->documents) {
        const auto at = k_.documents.find(id);
        if (at == k_.documents.end()) continue;
        const bool essential =
            std::find(reason->essential.begin(), reason->essential.end(), id) != reason->essential.end();
        DocumentWords paper{id, in(at->second.names), in(at->second.why), essential, have(id)};
        for (const auto& [number, p] : book_.papers)
            if (p.bill == duty_.bill && p.document == id)
                paper.sent = p.state == ledger::PaperState::sent, paper.path = p.path;
        sheet_.documents.push_back(std::move(paper));
    }
    std::stable_sort(sheet_.documents.begin(), sheet_.documents.end(),
                     [](const auto& a, const auto& b) { return a.essential > b.essential; });
}

bool Writer::belongs(const std::string& block) const
{
    if (block == "article70") return sheet_.region == "CN" && sheet_.request == "individual_plan";
    if (block == "relief") return values_.contains("relief");
    return true;
}

/// A template with the lines of the chosen request in the place of "{ask}".
std::vector<std::string> Writer::lines(const ledger::Template& t) const
{
    std::vector<ledger::TemplateLine> all;
    for (const auto& line : t.in(words_.language())) {
        const auto request = k_.request_types.find(sheet_.request);
        if (line.size() != 1 || line.front() != "{ask}") all.push_back(line);
        else if (request != k_.request_types.end())
            for (const auto& asked : request->second.ask.in(words_.language())) all.push_back(asked);
    }
    return fill_lines(all, values_);
}

std::string Writer::paragraph(const std::string& block) const
{
    const auto at = k_.blocks.find(block);
    return at == k_.blocks.end() ? std::string{} : joined(lines(at->second), words_.chinese() ? "" : " ");
}

std::string Writer::script(const std::string& kind) const
{
    const Words& words = words_;
    std::vector<std::string> parts;
    const auto order = k_.script_orders.find(kind);
    if (order == k_.script_orders.end()) return {};
    for (const auto& block : order->second)
        if (belongs(block))
            if (auto text = paragraph(block); !text.empty()) parts.push_back(std::move(text));
    std::string out = joined(parts, "\n\n");
    if (kind != "phone") return out;
    for (const auto& [block, heading] : {std::pair{"if_refused", N_("If they say no:")},
                                         {"if_pressed", N_("If they press for more:")},
                                         {"verify_caller", N_("If somebody calls you instead:")}})
        out += "\n\n" + words(heading) + "\n" + paragraph(block);
    return out;
}

std::string Writer::letter(const ledger::Template& t) const
{
    std::string out;
    bool gap = true;  // no empty line at the top, and never two
    for (const auto& line : lines(t)) {
        if (line.empty() && gap) continue;
        gap = line.empty();
        out += line + "\n";
    }
    return out;
}

void Writer::texts()
{
    const bool written = ask_.channel == Channel::chat || ask_.channel == Channel::app || ask_.channel == Channel::sms;
    sheet_.script = script(written ? "chat" : "phone");
    sheet_.letter = letter(k_.letter);
    const auto short_one = k_.short_letters.find(sheet_.request);
    sheet_.message = short_one == k_.short_letters.end()
                         ? script("chat")
                         : joined(lines(short_one->second), words_.chinese() ? "" : " ");
}

void Writer::guidance()
{
    const Words& words = words_;
    sheet_.have_ready = in(k_.call.have_ready);
    sheet_.never_give = in(k_.call.never_give);
    for (const auto& q : k_.call.questions)
        for (auto& text : fill_lines({{in(q)}}, values_)) sheet_.questions.push_back(std::move(text));
    for (const auto& w : k_.scam_warnings)
        if (w.regions.empty() || std::find(w.regions.begin(), w.regions.end(), sheet_.region) != w.regions.end())
            sheet_.warnings.push_back(in(w.text));
    for (const auto& f : k_.call.record) sheet_.record_after.push_back(in(f.names));
    if (const auto* stage = ledger::stage(k_, days_after_due())) {
        sheet_.stage = in(stage->names);
        sheet_.what_to_do_now = in(stage->actions);
        sheet_.what_may_happen = in(stage->risks);
        sheet_.tone = in(stage->tone);
    }
    if (reason_) {
        sheet_.tone = in(reason_->tone);
        sheet_.watch = in(reason_->watch);
    }
    else {
        for (const auto& r : k_.reasons) sheet_.reasons.emplace_back(r.id, in(r.names));
    }
    for (const auto& c : k_.channels)
        if (c.channel == ask_.channel) sheet_.channel_note = in(c.good_for);
    for (const auto& h : k_.helplines)
        if (h.country == sheet_.region && h.confidence < ledger::Confidence::unconfirmed)
            sheet_.helplines.push_back(words.fill("{number} · {name} · when: {use}", fmt::arg("number", h.number),
                                                  fmt::arg("name", in(h.name)), fmt::arg("use", in(h.use_when))));
    if (const auto* bill = find<ledger::Bill>(book_, duty_.bill);
        !bill || !bill->hardship || !bill->hardship->income_change)
        sheet_.ask_income = income_question(words_, ask_.reason);
    sheet_.after_agreement = in(k_.call.after_agreement);
    sheet_.care = in(k_.care);
    sheet_.disclaimer = in(k_.disclaimer);
}

std::optional<ledger::Issuer> issuer_of(const Knowledge& knowledge, const ledger::Book& book, const ledger::Duty& duty)
{
    if (auto named = issuer(knowledge, book.corrections, duty.issuer)) return named;
    constexpr std::size_t least = 4;  // bytes of a name that says anything
    std::optional<ledger::Issuer> found;
    std::size_t length = 0;
    bool two = false;
    for (auto& candidate : search_issuers(knowledge, book.corrections, ""))
        for (const std::string* name : {&candidate.names.zh_CN, &candidate.names.zh_TW, &candidate.names.en}) {
            if (name->size() < least || name->size() < length || duty.payee.find(*name) == std::string::npos) continue;
            two = found && found->id != candidate.id && name->size() == length;
            found = candidate;
            length = name->size();
        }
    return two ? std::nullopt : found;  // where two fit equally, none is guessed
}

std::string income_question(const Words& words, const std::string& reason)
{
    for (const auto* less :
         {"job_loss", "reduced_income", "business_failure", "illness", "accident", "childbirth", "wage_delay"})
        if (reason == less)
            return words(
                "The figures reckon with the income as it was. If less comes in now, say how much less a month, so "
                "that nothing is promised that cannot be kept.");
    return {};
}

ledger::Problems check_contact(const Knowledge& knowledge, const alerts::Proposal& proposal, const ContactAsk& ask)
{
    ledger::Problems problems;
    if (!proposal.duty.still_owed.positive())
        problems.push_back({.trouble = ledger::Trouble::already_paid, .field = "bill", .text = proposal.duty.payee});
    if (!ask.reason.empty() && !ledger::reason(knowledge, ask.reason)) {
        std::string choices;
        for (const auto& r : knowledge.reasons) choices += (choices.empty() ? "" : ", ") + r.id;
        problems.push_back(
            {.trouble = ledger::Trouble::not_a_choice, .field = "reason", .text = ask.reason, .detail = choices});
    }
    const auto has = [&](const alerts::Option& o) { return ask.option && o.n == *ask.option; };
    if (ask.option && std::none_of(proposal.options.begin(), proposal.options.end(), has))
        problems.push_back({.trouble = ledger::Trouble::out_of_range,
                            .field = "option",
                            .text = std::to_string(*ask.option),
                            .detail = proposal.options.empty() ? "-" : "1–" + std::to_string(proposal.options.size())});
    return problems;
}

ContactSheet contact_sheet(const Words& words, const Knowledge& knowledge, const ledger::Book& book,
                           const alerts::Proposal& proposal, const ContactAsk& ask, ledger::Moment now)
{
    return Writer{words, knowledge, book, proposal, ask, now}.run();
}

}  // namespace wording
