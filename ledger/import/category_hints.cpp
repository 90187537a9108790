#include "ledger/import/category_hints.hpp"

#include <iterator>
#include <string>
#include <vector>

#include "ledger/import/phrases.hpp"

namespace ledger {

namespace {

struct Hint {
    std::string_view word, key;
};

/// Kinds of shops, services and payments as statements name them, and a few names that are on statements everywhere. General knowledge.
constexpr Hint money_out[] = {
    {"房租", "rent"}, {"租金", "rent"}, {"自如", "rent"}, {"landlord", "rent"}, {" rent", "rent"}, {"rent ", "rent"}, {"miete", "rent"}, {"loyer", "rent"}, {"alquiler", "rent"}, {"家賃", "rent"},
    {"按揭", "mortgage"}, {"房贷", "mortgage"}, {"房貸", "mortgage"}, {"mortgage", "mortgage"}, {"hypothek", "mortgage"},
    {"物业", "property_fee"}, {"物業", "property_fee"}, {"管理费", "property_fee"}, {"管理費", "property_fee"},
    {"电网", "electricity"}, {"電力", "electricity"}, {"电费", "electricity"}, {"電費", "electricity"}, {"state grid", "electricity"}, {"electric", "electricity"}, {"stadtwerke", "electricity"}, {"strom", "electricity"},
    {"水费", "water"}, {"水費", "water"}, {"自来水", "water"}, {"water", "water"}, {"燃气", "gas"}, {"瓦斯", "gas"}, {"天然气", "gas"}, {"暖气", "gas"}, {"natural gas", "gas"},
    {"中国移动", "phone"}, {"中国联通", "phone"}, {"中国电信", "phone"}, {"中華電信", "phone"}, {"话费", "phone"}, {"電話費", "phone"}, {"vodafone", "phone"}, {"telekom", "phone"}, {"mobile phone", "phone"}, {"t-mobile", "phone"}, {"verizon", "phone"},
    {"宽带", "internet"}, {"寬頻", "internet"}, {"internet", "internet"}, {"broadband", "internet"},
    {"超市", "groceries"}, {"永辉", "groceries"}, {"盒马", "groceries"}, {"全聯", "groceries"}, {"家樂福", "groceries"}, {"supermarket", "groceries"}, {"supermarkt", "groceries"}, {"supermarché", "groceries"}, {"supermercado", "groceries"}, {"grocer", "groceries"},
    {"rewe", "groceries"}, {"edeka", "groceries"}, {"aldi", "groceries"}, {"lidl", "groceries"}, {"tesco", "groceries"}, {"sainsbury", "groceries"}, {"carrefour", "groceries"}, {"walmart", "groceries"}, {"costco", "groceries"}, {"migros", "groceries"}, {"coop ", "groceries"}, {"woolworths", "groceries"}, {"mercadona", "groceries"}, {"albert heijn", "groceries"}, {"whole foods", "groceries"}, {"生鲜", "groceries"}, {"菜市场", "groceries"},
    {"餐饮", "dining"}, {"餐飲", "dining"}, {"餐厅", "dining"}, {"餐廳", "dining"}, {"拉面", "dining"}, {"火锅", "dining"}, {"麦当劳", "dining"}, {"麥當勞", "dining"}, {"肯德基", "dining"}, {"restaurant", "dining"}, {"ristorante", "dining"}, {"mcdonald", "dining"}, {"burger", "dining"}, {"pizza", "dining"}, {"sushi", "dining"},
    {"外卖", "takeaway"}, {"外賣", "takeaway"}, {"饿了么", "takeaway"}, {"foodpanda", "takeaway"}, {"uber eats", "takeaway"}, {"deliveroo", "takeaway"}, {"doordash", "takeaway"},
    {"咖啡", "drinks_snacks"}, {"奶茶", "drinks_snacks"}, {"coffee", "drinks_snacks"}, {"starbucks", "drinks_snacks"}, {"café", "drinks_snacks"}, {"bakery", "drinks_snacks"}, {"bäckerei", "drinks_snacks"},
    {"地铁", "public_transport"}, {"地鐵", "public_transport"}, {"捷運", "public_transport"}, {"轨道交通", "public_transport"}, {"公交", "public_transport"}, {"高铁", "public_transport"}, {"铁路", "public_transport"}, {"台鐵", "public_transport"}, {"metro ", "public_transport"}, {"deutsche bahn", "public_transport"}, {"sbb ", "public_transport"}, {"sncf", "public_transport"}, {"tfl ", "public_transport"}, {"trainline", "public_transport"}, {"octopus", "public_transport"},
    {"加油", "fuel"}, {"中国石化", "fuel"}, {"中国石油", "fuel"}, {"sinopec", "fuel"}, {"petrol", "fuel"}, {"shell ", "fuel"}, {"esso", "fuel"}, {"gas station", "fuel"}, {"tankstelle", "fuel"}, {"充电桩", "fuel"}, {"中油", "fuel"},
    {"停车", "parking"}, {"停車", "parking"}, {"高速", "parking"}, {"parking", "parking"}, {"parkhaus", "parking"}, {"toll", "parking"},
    {"滴滴", "taxi"}, {"打车", "taxi"}, {"计程车", "taxi"}, {"計程車", "taxi"}, {"taxi", "taxi"}, {"uber", "taxi"}, {"lyft", "taxi"},
    {"医院", "doctor"}, {"醫院", "doctor"}, {"诊所", "doctor"}, {"診所", "doctor"}, {"hospital", "doctor"}, {"doctor", "doctor"}, {"dental", "doctor"}, {"clinic", "doctor"}, {"arztpraxis", "doctor"},
    {"药房", "medicine"}, {"药店", "medicine"}, {"大药房", "medicine"}, {"藥局", "medicine"}, {"pharmacy", "medicine"}, {"apotheke", "medicine"}, {"pharmacie", "medicine"}, {"farmacia", "medicine"},
    {"社保", "social_insurance"}, {"健保", "health_insurance"}, {"保险", "insurance"}, {"保險", "insurance"}, {"insurance", "insurance"}, {"versicherung", "insurance"}, {"assurance", "insurance"}, {"seguros", "insurance"},
    {"幼儿园", "childcare"}, {"幼稚園", "childcare"}, {"幼兒園", "childcare"}, {"kindergarten", "childcare"}, {"kita ", "childcare"}, {"childcare", "childcare"}, {"nursery", "childcare"},
    {"学费", "education"}, {"學費", "education"}, {"补习", "education"}, {"補習", "education"}, {"tuition", "education"}, {"school", "education"}, {"university", "education"}, {"教育", "education"},
    {"税", "tax"}, {"稅", "tax"}, {"finanzamt", "tax"}, {"hmrc", "tax"}, {"利息支出", "interest_paid"}, {"interest charge", "interest_paid"}, {"违约金", "late_fees"}, {"滞纳金", "late_fees"}, {"滯納金", "late_fees"}, {"違約金", "late_fees"}, {"late fee", "late_fees"},
    {"手续费", "bank_fees"}, {"手續費", "bank_fees"}, {"年费", "bank_fees"}, {"年費", "bank_fees"}, {"service charge", "bank_fees"}, {"account fee", "bank_fees"}, {"kontoführung", "bank_fees"}, {"maintenance fee", "bank_fees"},
    {"日用", "household"}, {"家居", "furnishing"}, {"宜家", "furnishing"}, {"ikea", "furnishing"}, {"服饰", "clothing"}, {"服装", "clothing"}, {"服飾", "clothing"}, {"优衣库", "clothing"}, {"h&m", "clothing"}, {"zara", "clothing"},
    {"数码", "electronics"}, {"电器", "electronics"}, {"冰箱", "electronics"}, {"苏宁", "electronics"}, {"海尔", "electronics"}, {"media markt", "electronics"}, {"best buy", "electronics"},
    {"京东", "shopping"}, {"淘宝", "shopping"}, {"天猫", "shopping"}, {"拼多多", "shopping"}, {"美团", "takeaway"}, {"amazon", "shopping"}, {"shopee", "shopping"}, {"momo", "shopping"}, {"ebay", "shopping"},
};
constexpr Hint money_in_words[] = {
    {"工资", "salary"}, {"薪资", "salary"}, {"薪資", "salary"}, {"薪水", "salary"}, {"代发", "salary"}, {"代發", "salary"}, {"給与", "salary"}, {"salary", "salary"}, {"payroll", "salary"}, {"wages", "salary"}, {"gehalt", "salary"}, {"lohn", "salary"}, {"salaire", "salary"}, {"nomina", "salary"}, {"nómina", "salary"}, {"stipendio", "salary"}, {"зарплата", "salary"},
    {"奖金", "bonus"}, {"獎金", "bonus"}, {"bonus", "bonus"}, {"失业金", "benefits"}, {"补贴", "benefits"}, {"補助", "benefits"}, {"benefit", "benefits"}, {"kindergeld", "benefits"}, {"pension", "benefits"}, {"养老金", "benefits"},
    {"利息", "interest_earned"}, {"结息", "interest_earned"}, {"interest", "interest_earned"}, {"zinsen", "interest_earned"}, {"intérêts", "interest_earned"}, {"退款", "refund"}, {"refund", "refund"}, {"erstattung", "refund"}, {"稿费", "other_income"}, {"稿費", "other_income"},
};

/// The words of one direction, ready to be looked for.
struct Lookup {
    std::vector<Hint> hints;
    Phrases phrases;
};

template <std::size_t N>
Lookup lookup(const Hint (&hints)[N])
{
    std::vector<std::string> words;
    for (const auto& hint : hints) words.emplace_back(hint.word);
    return {{std::begin(hints), std::end(hints)}, Phrases{words}};
}

}  // namespace

std::string_view category_hint(std::string_view folded, bool money_in)
{
    static const Lookup ins = lookup(money_in_words), outs = lookup(money_out);
    const auto& all = money_in ? ins : outs;
    const Hint* best = nullptr;
    std::vector<std::uint32_t> found;
    for (const auto i : all.phrases.in(folded, found))
        if (const auto& hint = all.hints[i]; !best || hint.word.size() > best->word.size()) best = &hint;
    return best ? best->key : std::string_view{};
}

}  // namespace ledger
