#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "alerts/rescue/planner.hpp"
#include "ui/wording/contact_sheet.hpp"
#include "ui/wording/words.hpp"

/// How a contact sheet is written. Inside of the wording: who wants a sheet calls `contact_sheet`.
namespace wording {

using Values = std::map<std::string, std::string>;

inline constexpr const char* blank = "________";  ///< for the user to fill in

std::string joined(const std::vector<std::string>& parts, const std::string& between);

/// Writes the sheet of one duty: the request that fits, its figures (rescue_values.cpp), the call (rescue_call.cpp),
/// papers, texts and guidance (rescue.cpp).
class Writer {
public:
    Writer(const Words& words, const ledger::Knowledge& knowledge, const ledger::Book& book,
           const alerts::Proposal& proposal, const ContactAsk& ask, ledger::Moment now);
    ContactSheet run();

private:
    const std::string& in(const ledger::Text& text) const { return text.in(words_.language()); }
    std::vector<std::string> in(const std::vector<ledger::Text>& texts) const;
    std::string region() const;
    int days_after_due() const { return duty_.days_after_due({today_}); }
    const alerts::Option* option_for(const std::string& request) const;
    void choose_request();

    Values values() const;
    void hardship_values(Values& v) const;
    bool debt() const { return duty_.source != ledger::BillSource::entered || issuer_.has_value(); }
    void card_values(Values& v) const;
    void month_values(Values& v) const;
    void option_values(Values& v) const;
    void contact_values(Values& v) const;

    bool have(const std::string& document) const;
    std::vector<std::string> papers_at_hand() const;
    void documents();

    void call();
    std::vector<ledger::BillId> bills_of_this_bank() const;
    void numbers(CallWords& c) const;
    std::string next_slot(bool all_day, int from) const;

    bool belongs(const std::string& block) const;
    std::vector<std::string> lines(const ledger::Template& t) const;
    std::string paragraph(const std::string& block) const;
    std::string script(const std::string& kind) const;
    std::string letter(const ledger::Template& t) const;
    void texts();
    void guidance();

    const Words& words_;
    const ledger::Knowledge& k_;
    const ledger::Book& book_;
    const alerts::Proposal& proposal_;
    const ledger::Duty& duty_;
    const ContactAsk& ask_;
    ledger::Moment now_;
    ledger::Date today_;
    std::optional<ledger::Issuer> issuer_;
    const ledger::Reason* reason_;
    const alerts::Option* option_ = nullptr;
    Values values_;
    ContactSheet sheet_;
};

}  // namespace wording
