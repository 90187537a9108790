#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/facts/book.hpp"

namespace ledger {

/// One text in the three languages of the product.
struct Text {
    std::string zh_CN{}, zh_TW{}, en{};
    const std::string& in(std::string_view language) const
    {
        if (language == "zh_CN") return zh_CN;
        return language == "zh_TW" ? zh_TW : en;
    }
    bool empty() const { return en.empty() && zh_CN.empty() && zh_TW.empty(); }
};

/// A text with {placeholders}, line by line. Each line is a list of alternatives: the first whose placeholders are all
/// known is used, and a line without one is left out, so that no hole can remain. `{?name}` needs the placeholder and
/// prints nothing.
using TemplateLine = std::vector<std::string>;
struct Template {
    std::vector<TemplateLine> zh_CN{}, zh_TW{}, en{};
    const std::vector<TemplateLine>& in(std::string_view language) const
    {
        if (language == "zh_CN") return zh_CN;
        return language == "zh_TW" ? zh_TW : en;
    }
};

/// How far a row of outside knowledge is to be trusted. `low` and `unconfirmed` are never shown without a caution.
enum class Confidence { high, medium, low, unconfirmed };

/// Where a row comes from: keys into `Knowledge::sources`, or the source in words.
using Sources = std::vector<std::string>;

struct Hotline {
    std::string number{};
    Text purpose{};
    std::optional<bool> h24{};  ///< day and night; nothing = not known
    Confidence confidence = Confidence::unconfirmed;
    Sources sources{};
    std::string checked{};  ///< ISO day on which the sources were last read
    std::string note{};
    bool corrected = false;  ///< the user's own
    bool doubted = false;    ///< the user found it wrong
    bool only_here = false;  ///< nobody else's, whoever prints it as theirs
};

struct IvrHint {
    Text path{};
    Confidence confidence = Confidence::unconfirmed;
    Sources sources{};
};

struct GraceRule {
    std::optional<int> days{};
    int conservative_days = 0;  ///< what may be reckoned with
    std::string basis{};
    std::string cutoff{};  ///< "20:00" on the last day, where one is known
    Confidence confidence = Confidence::unconfirmed;
    Sources sources{};
};

/// What issuers are said to charge: a start for the card's terms, which the holder corrects from the statement.
struct IssuerTerms {
    std::optional<Rate> minimum_rate{};
    std::optional<Money> minimum_floor{};
    std::optional<Rate> late_rate{};
    std::optional<Money> late_floor{}, late_cap{}, late_fixed{};
    std::optional<Money> tolerance{};
    std::optional<InterestMethod> interest{};
    std::map<int, Rate> instalment_fees{};  ///< number of parts → fee a part on the original debt; old list prices
    Confidence confidence = Confidence::unconfirmed;  ///< the least of the parts
};

enum class IssuerKind { bank, network, consumer_credit };

/// One issuer of cards or credit, as the directory has it after the user's corrections.
struct Issuer {
    std::string id{};
    Text names{};
    std::string country{};
    IssuerKind kind = IssuerKind::bank;
    std::vector<Hotline> hotlines{};  ///< the best first; empty = none known, and none is guessed
    std::optional<IvrHint> ivr{};
    std::vector<Text> online_channels{};
    std::optional<GraceRule> grace{};
    IssuerTerms terms{};
    std::string notes{};
    std::string checked{};
};

struct Helpline {
    std::string id{};
    std::string country{};
    std::string number{};
    Text name{};
    Text use_when{};
    bool free_advice = false;  ///< counsels people in debt free of charge
    bool complaints = false;   ///< hears complaints about banks and those who collect for them
    Confidence confidence = Confidence::unconfirmed;
    Sources sources{};
    std::string checked{};
};

struct Document {
    std::string id{};
    Text names{};
    Text why{};
};

/// What may be asked of a bank.
struct RequestType {
    std::string id{};
    Text names{};
    std::string fits_when{};
    Text note{};
    Template ask{};
};

struct Reason {
    std::string id{};
    Text names{};
    std::vector<std::string> documents{};  ///< Document ids, the essential ones among them
    std::vector<std::string> essential{};
    std::vector<std::string> requests{};  ///< RequestType ids, the fittest first
    Text tone{};
    Text watch{};
};

/// What is usual so many days after the due date; negative = before it.
struct Stage {
    std::string id{};
    int from_day = 0;
    std::optional<int> to_day{};
    Text names{}, actions{}, tone{}, risks{};
    std::vector<std::string> requests{};
};

struct ChannelNote {
    Channel channel{};
    Text good_for{};
    int record = 0;  ///< how well it keeps a record, 0–5
};

struct AvoidWindow {
    int from_minute = 0, to_minute = 0;  ///< of the day
    std::string source{};
    Confidence confidence = Confidence::unconfirmed;
};

struct RecordField {
    std::string id{};
    Text names{};
};

struct CallKnowledge {
    Text best_times{};
    std::vector<AvoidWindow> avoid{};
    Text environment{}, if_no_answer{}, manner{}, after_agreement{};
    std::vector<Text> have_ready{}, never_give{};
    std::vector<Text> questions{};  ///< with the placeholders of region terms
    std::vector<RecordField> record{};
};

struct Warning {
    Text text{};
    std::vector<std::string> regions{};  ///< empty = everywhere
    std::string source{};
    std::string checked{};
};

/// What collectors must keep to.
struct CollectionRule {
    std::string id{};
    std::string region{};
    Text text{};
    std::string source{};
    Confidence confidence = Confidence::unconfirmed;
    std::string checked{};
    std::optional<int> quiet_from{};  ///< minute of the day from which nobody may call or come …
    int quiet_to = 0;                 ///< … until this one
    int most_a_day = 0;               ///< unanswered calls; 0 = no such limit
};

/// Everything about banks and hardship that comes with the program: data, each row with its source, the day it was read
/// and how far to trust it.
struct Knowledge {
    std::string checked{};
    std::map<std::string, std::string> sources{};
    std::map<std::string, Issuer> issuers{};
    std::vector<std::string> issuer_order{};  ///< as a list shows them
    std::vector<Helpline> helplines{};
    std::map<std::string, Document> documents{};
    std::map<std::string, RequestType> request_types{};
    std::vector<Reason> reasons{};
    std::vector<Stage> stages{};
    std::vector<ChannelNote> channels{};
    CallKnowledge call{};
    std::vector<Warning> scam_warnings{};
    std::vector<Warning> home_visit{};
    std::vector<CollectionRule> collection_rules{};
    std::map<std::string, std::vector<std::string>> script_orders{};  ///< "phone", "chat" → block ids
    std::vector<std::string> script_extra{};                          ///< blocks kept at hand below the script
    std::map<std::string, Template> blocks{};
    Template letter{};
    std::map<std::string, Template> short_letters{};
    std::map<std::string, std::map<std::string, Text>>
        terms{};  ///< region → "late_fee" … → the word used there; "*" for regions without their own
    std::vector<std::string> placeholders{};
    Text care{};
    Text disclaimer{};
};

const Reason* reason(const Knowledge&, std::string_view id);
const Stage* stage(const Knowledge&, int days_after_due);
const CollectionRule* collection_rule(const Knowledge&, std::string_view id);

/// The issuer under this key with the user's corrections on top; an issuer that only the user knows is made from the
/// correction. Nothing where neither knows it. A number that is only somebody else's (95188 is Alipay's) is never
/// among a bank's numbers.
std::optional<Issuer> issuer(const Knowledge&, const Shelf<IssuerCorrection>& corrections, std::string_view key);

/// Issuers whose key, names or numbers contain the text, letter case aside; all of them for an empty text. In the
/// directory's order.
std::vector<Issuer> search_issuers(const Knowledge&, const Shelf<IssuerCorrection>& corrections, std::string_view text);

/// The issuer that alone has this number, though others may print it as a bank's; nullptr where there is none.
const Issuer* only_owner(const Knowledge&, std::string_view number);

/// The sources in words, as a reader can follow them.
std::vector<std::string> in_words(const Knowledge&, const Sources&);

/// The word used in the region ("CN", "TW", "HK" …) in the given language: which region and which script are separate
/// questions.
const std::string& region_term(const Knowledge&, std::string_view region, const std::string& term,
                               std::string_view language);

}  // namespace ledger
