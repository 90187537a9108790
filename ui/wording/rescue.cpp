#include "ui/wording/rescue.hpp"

#include <algorithm>

#include "alerts/talks.hpp"

namespace wording {

namespace {

using ledger::Channel;
using ledger::Date;
using ledger::Days;
using ledger::Knowledge;
using ledger::PlanKind;
using Values = std::map<std::string, std::string>;

constexpr const char* blank = "________";  ///< for the user to fill in
constexpr int answer_days = 14;            ///< within which an answer is asked for

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

std::string confidence_key(ledger::Confidence c)
{
    switch (c) {
    case ledger::Confidence::high: return "high";
    case ledger::Confidence::medium: return "medium";
    case ledger::Confidence::low: return "low";
    case ledger::Confidence::unconfirmed: break;
    }
    return "unconfirmed";
}

std::string clock(int minute) { return fmt::format("{:02}:{:02}", minute / 60, minute % 60); }

std::string joined(const std::vector<std::string>& parts, const std::string& between)
{
    std::string out;
    for (const auto& p : parts) out += (out.empty() ? "" : between) + p;
    return out;
}

class Writer {
public:
    Writer(const Words& words, const Knowledge& knowledge, const ledger::Book& book, const alerts::Proposal& proposal, const ContactAsk& ask, ledger::Moment now)
        : words_{words}, k_{knowledge}, book_{book}, proposal_{proposal}, duty_{proposal.duty}, ask_{ask}, now_{now}, today_{ledger::day_of(now)},
          issuer_{issuer_of(knowledge, book, proposal.duty)}, reason_{ledger::reason(knowledge, ask.reason)}
    {
        sheet_.region = region();
        sheet_.issuer = issuer_ ? issuer_->id : std::string{};
        sheet_.issuer_name = issuer_ ? in(issuer_->names) : duty_.payee;
        choose_request();
        values_ = values();
    }

    ContactSheet run()
    {
        call();
        documents();
        texts();
        guidance();
        return std::move(sheet_);
    }

private:
    const std::string& in(const ledger::Text& text) const { return text.in(words_.language()); }
    std::vector<std::string> in(const std::vector<ledger::Text>& texts) const
    {
        std::vector<std::string> out;
        for (const auto& t : texts) out.push_back(in(t));
        return out;
    }

    /// Whose rules apply is the bank's country; the reader's script says nothing about it.
    std::string region() const
    {
        if (issuer_ && !issuer_->country.empty()) return issuer_->country;
        if (!book_.preferences.region.empty()) return book_.preferences.region;
        const auto currency = duty_.amount.currency.text();
        for (const auto& [code, country] : {std::pair{"CNY", "CN"}, {"TWD", "TW"}, {"HKD", "HK"}, {"SGD", "SG"}, {"USD", "US"}, {"GBP", "GB"}})
            if (currency == code) return country;
        return "*";
    }

    int days_after_due() const { return ledger::days_between(duty_.due, today_); }

    const alerts::Option* option_numbered(int n) const
    {
        for (const auto& o : proposal_.options)
            if (o.n == n) return &o;
        return nullptr;
    }

    const alerts::Option* option_for(const std::string& request) const
    {
        for (const auto& o : proposal_.options)
            if (request_for(o.kind) == request) return &o;
        return nullptr;
    }

    /// The option asked for; else, in the order that suits the reason, the first request for which an option holds; else the reason's or the stage's first.
    void choose_request()
    {
        if (ask_.option) option_ = option_numbered(*ask_.option);
        if (option_) sheet_.request = request_for(option_->kind);
        std::vector<std::string> order = reason_ ? reason_->requests : std::vector<std::string>{};
        if (const auto* stage = ledger::stage(k_, days_after_due())) order.insert(order.end(), stage->requests.begin(), stage->requests.end());
        for (std::size_t i = 0; i < order.size() && sheet_.request.empty(); ++i)
            if (const auto* fits = option_for(order[i])) option_ = fits, sheet_.request = order[i];
        if (sheet_.request.empty() && !order.empty()) sheet_.request = order.front();
        if (const auto at = k_.request_types.find(sheet_.request); at != k_.request_types.end()) sheet_.request_name = in(at->second.names);
    }

    Values values() const
    {
        Values v;
        for (const auto* term : {"late_fee", "minimum", "due_date", "bureau", "plan"})
            if (const auto& word = region_term(k_, sheet_.region, term, words_.language()); !word.empty()) v[std::string{term} + "_term"] = word;
        v["bank"] = sheet_.issuer_name;
        v["holder_name"] = book_.preferences.holder_name.empty() ? blank : book_.preferences.holder_name;
        v["contact_phone"] = v["contact_email"] = blank;
        v["reason"] = reason_ ? in(reason_->names) : std::string{blank};
        v["today"] = words_.full_date(today_);
        v["deadline"] = words_.full_date(today_ + Days{answer_days});
        v["amount"] = words_.money(duty_.still_owed);
        v["due_date"] = words_.full_date(duty_.due);
        if (duty_.minimum_still_owed().positive()) v["min_due"] = words_.money(duty_.minimum_still_owed());
        if (days_after_due() > 0) v["overdue_days"] = std::to_string(days_after_due());
        if (!sheet_.request_name.empty()) v["request"] = sheet_.request_name;
        hardship_values(v);
        card_values(v);
        month_values(v);
        option_values(v);
        contact_values(v);
        if (const auto papers = papers_at_hand(); !papers.empty()) v["documents"] = joined(papers, words_.chinese() ? "、" : ", ");
        if (sheet_.request != "fee_waiver" && sheet_.request != "due_date_change" && debt()) v["relief"] = "";
        return v;
    }

    /// What the user said of it; dates and amounts that were not said stay out.
    void hardship_values(Values& v) const
    {
        const auto* bill = find<ledger::Bill>(book_, duty_.bill);
        if (!bill || !bill->hardship) return;
        const auto& h = *bill->hardship;
        if (h.since) v["reason_since"] = words_.full_date(*h.since);
        if (h.until) v["recovery_date"] = words_.full_date(*h.until);
        if (h.pay_now && h.pay_now->positive()) v["pay_now"] = words_.money(*h.pay_now);
    }

    bool debt() const { return duty_.source != ledger::BillSource::entered || issuer_.has_value(); }

    void card_values(Values& v) const
    {
        if (const auto* card = find<ledger::Account>(book_, duty_.card)) {
            v["card"] = "";
            if (!card->number.empty()) v["card_last4"] = card->number;
        } else if (issuer_ && issuer_->kind != ledger::IssuerKind::consumer_credit) {
            v["card"] = "";
        }
    }

    void month_values(Values& v) const
    {
        const auto& a = proposal_.afford;
        if (!a.income_seen) return;
        v["monthly_income"] = words_.money(a.income);
        v["essential_spending"] = words_.money(a.essentials + a.commitments);
        if (a.other_debts.positive()) v["other_debt_payments"] = words_.money(a.other_debts);
        if (a.left().positive()) v["affordable"] = words_.money(a.left());
        else v["nothing_left"] = "";
    }

    void option_values(Values& v) const
    {
        if (!option_) return;
        if (option_->months > 0) v["months"] = std::to_string(option_->months);
        if (option_->monthly.positive()) v["instalment"] = words_.money(option_->monthly);
        if (option_->first_payment) v["first_payment_date"] = words_.full_date(*option_->first_payment);
        if (option_->kind == PlanKind::move_due_date && option_->first_payment) v["new_due_day"] = std::to_string(ledger::day_of_month(*option_->first_payment));
    }

    void contact_values(Values& v) const
    {
        const ledger::Contact* last = nullptr;
        for (const auto& [id, c] : book_.contacts)
            if (c.bill == duty_.bill && (!last || c.at > last->at)) last = &c;
        if (!last) return;
        v["call_time"] = ledger::iso(last->at).replace(10, 1, " ");
        if (!last->agent.empty()) v["agent_id"] = last->agent;
        if (!last->reference.empty()) v["case_number"] = last->reference;
    }

    bool have(const std::string& document) const
    {
        for (const auto& [id, paper] : book_.papers)
            if (paper.bill == duty_.bill && paper.document == document && paper.state != ledger::PaperState::to_get) return true;
        return document == "budget_sheet" && proposal_.afford.income_seen;  // this program writes it
    }

    /// Only what the user says is there: no paper is ever invented.
    std::vector<std::string> papers_at_hand() const
    {
        std::vector<std::string> out;
        for (const auto& [id, document] : k_.documents)
            if (have(id)) out.push_back(in(document.names));
        return out;
    }

    void documents()
    {
        const auto* any = ledger::reason(k_, "other");
        const auto* reason = reason_ ? reason_ : any;
        if (!reason) return;
        for (const auto& id : reason->documents) {
            const auto at = k_.documents.find(id);
            if (at == k_.documents.end()) continue;
            const bool essential = std::find(reason->essential.begin(), reason->essential.end(), id) != reason->essential.end();
            DocumentWords paper{id, in(at->second.names), in(at->second.why), essential, have(id)};
            for (const auto& [number, p] : book_.papers)
                if (p.bill == duty_.bill && p.document == id) paper.sent = p.state == ledger::PaperState::sent, paper.path = p.path;
            sheet_.documents.push_back(std::move(paper));
        }
        std::stable_sort(sheet_.documents.begin(), sheet_.documents.end(), [](const auto& a, const auto& b) { return a.essential > b.essential; });
    }

    // -- the call -----------------------------------------------------------------------------------------------------------------------

    void call()
    {
        const Words& words = words_;
        auto& c = sheet_.call;
        c.first = values_.contains("card") ? words("the number on the back of the card") : words("the number on the bill or contract");
        c.best_times = in(k_.call.best_times);
        c.manner = in(k_.call.manner);
        c.environment = in(k_.call.environment);
        c.if_no_answer = in(k_.call.if_no_answer);
        std::vector<std::string> avoid;
        for (const auto& a : k_.call.avoid) avoid.push_back(clock(a.from_minute) + "–" + clock(a.to_minute));
        c.avoid = joined(avoid, ", ");
        bool all_day = false;
        if (issuer_) {
            numbers(c);
            all_day = !issuer_->hotlines.empty() && issuer_->hotlines.front().h24.value_or(false);
            c.online = in(issuer_->online_channels);
            if (issuer_->ivr) c.ivr = in(issuer_->ivr->path);
        }
        const auto hour = alerts::best_hour(book_, bills_of_this_bank());
        if (hour)
            c.learnt = words.fill("By your own notes of {n} calls, about {hour} was answered soonest: {wait} minutes.", fmt::arg("n", hour->calls),
                                  fmt::arg("hour", clock(hour->hour * 60)), fmt::arg("wait", hour->wait));
        c.best_next_slot = next_slot(all_day, hour ? hour->hour * 60 : 11 * 60);
    }

    std::vector<ledger::BillId> bills_of_this_bank() const
    {
        std::vector<ledger::BillId> out{duty_.bill};
        for (const auto& [id, bill] : book_.bills) {
            const auto* card = find<ledger::Account>(book_, bill.card);
            const auto& issuer = card && card->card ? card->card->issuer : bill.issuer;
            if (id != duty_.bill && !sheet_.issuer.empty() && issuer == sheet_.issuer) out.push_back(id);
        }
        return out;
    }

    void numbers(CallWords& c) const
    {
        const Words& words = words_;
        if (issuer_->hotlines.empty()) {
            c.caution = words("No number of this bank is known here, and none is guessed: use the one on the card or in its app.");
            return;
        }
        const auto& best = issuer_->hotlines.front();
        c.hotline = best.number;
        c.purpose = in(best.purpose);
        c.confidence = confidence_key(best.confidence);
        c.source = joined(in_words(k_, best.sources), "; ");
        if (best.corrected) c.source = c.source.empty() ? words("your own correction") : words.fill("your own correction: {source}", fmt::arg("source", c.source));
        c.checked = best.checked;
        c.hours = best.h24.value_or(false) ? words("day and night") : words("hours not known");
        if (best.doubted) c.caution = words("You noted that this number is wrong: use the one on the card.");
        else if (best.confidence >= ledger::Confidence::low) c.caution = words("This number is not well confirmed: compare it with the card before you call.");
        for (auto at = issuer_->hotlines.begin() + 1; at != issuer_->hotlines.end(); ++at) {
            c.others.push_back(at->purpose.empty() ? at->number : words.fill("{number} ({purpose})", fmt::arg("number", at->number), fmt::arg("purpose", in(at->purpose))));
            if (at->doubted) c.others.back() = words.fill("{number}: noted as wrong", fmt::arg("number", c.others.back()));
            else if (best.corrected) c.others.back() = words.fill("{number}: as stored, read on {checked}", fmt::arg("number", c.others.back()), fmt::arg("checked", at->checked));
        }
    }

    /// From `from` on (eleven, or the hour the user's own log likes best), on a working day; where somebody answers day and night, any day until nine
    /// in the evening.
    std::string next_slot(bool all_day, int from) const
    {
        const Words& words = words_;
        const int minute = static_cast<int>(now_.minutes - ledger::moment(today_, 0, 0).minutes);
        const int to = std::max(from + 60, all_day ? 21 * 60 : 17 * 60 + 30);
        const auto open = [&](Date day) { return all_day || ledger::weekday_of(day) <= 5; };
        if (open(today_) && minute >= from && minute < to) return words("now");
        Date day = minute < from ? today_ : today_ + Days{1};
        while (!open(day)) day += Days{1};
        if (day == today_) return words.fill("today from {time}", fmt::arg("time", clock(from)));
        return words.fill("{date} from {time}", fmt::arg("date", words_.date(day)), fmt::arg("time", clock(from)));
    }

    // -- the words ----------------------------------------------------------------------------------------------------------------------

    bool belongs(const std::string& block) const
    {
        if (block == "article70") return sheet_.region == "CN" && sheet_.request == "individual_plan";
        if (block == "relief") return values_.contains("relief");
        return true;
    }

    /// A template with the lines of the chosen request in the place of "{ask}".
    std::vector<std::string> lines(const ledger::Template& t) const
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

    std::string paragraph(const std::string& block) const
    {
        const auto at = k_.blocks.find(block);
        return at == k_.blocks.end() ? std::string{} : joined(lines(at->second), words_.chinese() ? "" : " ");
    }

    std::string script(const std::string& kind) const
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
        for (const auto& [block, heading] : {std::pair{"if_refused", N_("If they say no:")}, {"if_pressed", N_("If they press for more:")},
                                             {"verify_caller", N_("If somebody calls you instead:")}})
            out += "\n\n" + words(heading) + "\n" + paragraph(block);
        return out;
    }

    std::string letter(const ledger::Template& t) const
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

    void texts()
    {
        const bool written = ask_.channel == Channel::chat || ask_.channel == Channel::app || ask_.channel == Channel::sms;
        sheet_.script = script(written ? "chat" : "phone");
        sheet_.letter = letter(k_.letter);
        const auto short_one = k_.short_letters.find(sheet_.request);
        sheet_.message = short_one == k_.short_letters.end() ? script("chat") : joined(lines(short_one->second), words_.chinese() ? "" : " ");
    }

    // -- around it ------------------------------------------------------------------------------------------------------------------------

    void guidance()
    {
        const Words& words = words_;
        sheet_.have_ready = in(k_.call.have_ready);
        sheet_.never_give = in(k_.call.never_give);
        for (const auto& q : k_.call.questions)
            for (auto& text : fill_lines({{in(q)}}, values_)) sheet_.questions.push_back(std::move(text));
        for (const auto& w : k_.scam_warnings)
            if (w.regions.empty() || std::find(w.regions.begin(), w.regions.end(), sheet_.region) != w.regions.end()) sheet_.warnings.push_back(in(w.text));
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
        } else {
            for (const auto& r : k_.reasons) sheet_.reasons.emplace_back(r.id, in(r.names));
        }
        for (const auto& c : k_.channels)
            if (c.channel == ask_.channel) sheet_.channel_note = in(c.good_for);
        for (const auto& h : k_.helplines)
            if (h.country == sheet_.region && h.confidence < ledger::Confidence::unconfirmed)
                sheet_.helplines.push_back(words.fill("{number} · {name} · when: {use}", fmt::arg("number", h.number), fmt::arg("name", in(h.name)), fmt::arg("use", in(h.use_when))));
        if (const auto* bill = find<ledger::Bill>(book_, duty_.bill); !bill || !bill->hardship || !bill->hardship->income_change)
            sheet_.ask_income = income_question(words_, ask_.reason);
        sheet_.after_agreement = in(k_.call.after_agreement);
        sheet_.care = in(k_.care);
        sheet_.disclaimer = in(k_.disclaimer);
    }

    const Words& words_;
    const Knowledge& k_;
    const ledger::Book& book_;
    const alerts::Proposal& proposal_;
    const ledger::Duty& duty_;
    const ContactAsk& ask_;
    ledger::Moment now_;
    Date today_;
    std::optional<ledger::Issuer> issuer_;
    const ledger::Reason* reason_;
    const alerts::Option* option_ = nullptr;
    Values values_;
    ContactSheet sheet_;
};

}  // namespace

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
    for (const auto* less : {"job_loss", "reduced_income", "business_failure", "illness", "accident", "childbirth", "wage_delay"})
        if (reason == less)
            return words("The figures reckon with the income as it was. If less comes in now, say how much less a month (--income-change), so that nothing is promised that cannot "
                         "be kept.");
    return {};
}

ledger::Problems check_contact(const Knowledge& knowledge, const alerts::Proposal& proposal, const ContactAsk& ask)
{
    ledger::Problems problems;
    if (!proposal.duty.still_owed.positive()) problems.push_back({.trouble = ledger::Trouble::already_paid, .field = "bill", .text = proposal.duty.payee});
    if (!ask.reason.empty() && !ledger::reason(knowledge, ask.reason)) {
        std::string choices;
        for (const auto& r : knowledge.reasons) choices += (choices.empty() ? "" : ", ") + r.id;
        problems.push_back({.trouble = ledger::Trouble::not_a_choice, .field = "reason", .text = ask.reason, .detail = choices});
    }
    const auto has = [&](const alerts::Option& o) { return ask.option && o.n == *ask.option; };
    if (ask.option && std::none_of(proposal.options.begin(), proposal.options.end(), has))
        problems.push_back({.trouble = ledger::Trouble::out_of_range, .field = "option", .text = std::to_string(*ask.option),
                            .detail = proposal.options.empty() ? "-" : "1–" + std::to_string(proposal.options.size())});
    return problems;
}

ContactSheet contact_sheet(const Words& words, const Knowledge& knowledge, const ledger::Book& book, const alerts::Proposal& proposal, const ContactAsk& ask,
                           ledger::Moment now)
{
    return Writer{words, knowledge, book, proposal, ask, now}.run();
}

}  // namespace wording
