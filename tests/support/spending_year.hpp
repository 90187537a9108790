#pragma once
// A made-up person's year of payments, as three banks print them, with the category the person would give each: for
// measuring how well categories are learned. Shops are invented or generic; what is printed around them varies as it
// does on statements.
#include <random>
#include <string>
#include <vector>

namespace testing {

struct Payment {
    int month = 0;       ///< from 0
    std::string text{};  ///< as the bank prints it
    std::string memo{};
    int category = 0;  ///< as the person sees it, from 1
};

struct Shop {
    const char* name;
    int category;
    double a_month;  ///< how often
};

/// Categories: 1 groceries, 2 dining, 3 coffee, 4 transport, 5 pharmacy, 6 clothing, 7 home, 8 fun, 9 phone, 10 books.
inline const std::vector<Shop>& usual_shops(int language)
{
    static const std::vector<Shop> english{{"FRESHWAY SUPERMARKET", 1, 6}, {"GREEN BASKET GROCERS", 1, 3},
                                           {"LUIGIS TRATTORIA", 2, 1.5},   {"NOODLE HOUSE", 2, 2},
                                           {"DAILY GRIND COFFEE", 3, 8},   {"CORNER COFFEE ROASTERS", 3, 2},
                                           {"CITY METRO TICKETS", 4, 8},   {"RAPID CAB", 4, 2},
                                           {"WELLCARE PHARMACY", 5, 1},    {"URBAN THREADS", 6, 0.7},
                                           {"HOMEWORKS HARDWARE", 7, 1},   {"STARLIGHT CINEMA", 8, 1},
                                           {"TUNESTREAM", 8, 1},           {"NORTHTEL MOBILE", 9, 1},
                                           {"PAGETURNER BOOKS", 10, 1}};
    static const std::vector<Shop> german{
        {"FRISCHMARKT NORD", 1, 6},   {"BIOLADEN SONNE", 1, 3},       {"GASTHAUS KRONE", 2, 1.5},
        {"RISTORANTE BELLA", 2, 2},   {"KAFFEERÖSTEREI MOKKA", 3, 5}, {"STADTVERKEHR TICKET", 4, 8},
        {"TAXI ZENTRALE", 4, 1},      {"ROSEN APOTHEKE", 5, 1},       {"MODEHAUS LINDE", 6, 0.7},
        {"BAUMARKT HAMMER", 7, 1},    {"KINO LICHTBLICK", 8, 1},      {"MOBILFUNK SUED", 9, 1},
        {"BUCHHANDLUNG SEITE", 10, 1}};
    static const std::vector<Shop> chinese{{"鲜多多超市", 1, 6},   {"绿叶生鲜", 1, 3},   {"老王火锅餐厅", 2, 2},
                                           {"一碗面馆", 2, 4},     {"慢时光咖啡", 3, 5}, {"城市地铁", 4, 10},
                                           {"顺风打车", 4, 3},     {"康民大药房", 5, 1}, {"青衫服饰", 6, 0.7},
                                           {"万家五金家居", 7, 1}, {"星光影城", 8, 1},   {"移动话费充值", 9, 1},
                                           {"读者书店", 10, 1}};
    return language == 0 ? english : language == 1 ? german : chinese;
}

/// Shops that appear only late in the year; their names share a word with what is known.
inline const std::vector<Shop>& late_shops(int language)
{
    static const std::vector<Shop> english{{"HILLTOP SUPERMARKET", 1, 1}, {"OLD TOWN TRATTORIA", 2, 1},
                                           {"HARBOUR COFFEE", 3, 1},      {"LAKESIDE PHARMACY", 5, 1},
                                           {"GRAND CINEMA", 8, 1},        {"SECOND STORY BOOKS", 10, 1}};
    static const std::vector<Shop> german{{"FRISCHMARKT SÜD", 1, 1},      {"GASTHAUS ADLER", 2, 1},
                                          {"LÖWEN APOTHEKE", 5, 1},       {"KINO CENTRAL", 8, 1},
                                          {"BUCHHANDLUNG AM TOR", 10, 1}, {"BAUMARKT WEST", 7, 1}};
    static const std::vector<Shop> chinese{{"天天超市", 1, 1},   {"阿婆火锅餐厅", 2, 1}, {"街角咖啡", 3, 1},
                                           {"益生大药房", 5, 1}, {"金色影城", 8, 1},     {"新知书店", 10, 1}};
    return language == 0 ? english : language == 1 ? german : chinese;
}

/// What a bank prints around a shop's name.
inline std::string printed(const std::string& shop, int language, std::mt19937& random)
{
    const auto number = [&](int digits) {
        std::string out;
        for (int i = 0; i < digits; ++i) out += static_cast<char>('0' + random() % 10);
        return out;
    };
    switch (random() % 5) {
        case 0: return shop;
        case 1:
            return language == 0   ? "POS PURCHASE " + shop + " " + number(7)
                   : language == 1 ? "KARTENZAHLUNG " + shop + " " + number(6)
                                   : "支付宝-" + shop;
        case 2:
            return language == 0   ? shop + " #" + number(4) + " SEATTLE WA"
                   : language == 1 ? shop + "//BERLIN/DE"
                                   : shop + "（" + (random() % 2 ? "人民路" : "中山") + "店）";
        case 3:
            return language == 0   ? "SQ *" + shop
                   : language == 1 ? shop + " " + number(5) + " HAMBURG DE"
                                   : "财付通-" + shop;
        default: return shop + " " + number(8);
    }
}

/// A year in one language. In `noise` of the cases the person means another category than usual.
inline std::vector<Payment> spending_year(int language, unsigned seed, double noise = 0.03)
{
    std::mt19937 random{seed};
    const auto chance = [&](double p) { return static_cast<double>(random() % 10000) < p * 10000; };
    std::vector<Payment> out;
    for (int month = 0; month < 12; ++month) {
        const auto month_of = [&](const std::vector<Shop>& shops) {
            for (const auto& shop : shops) {
                const int times =
                    static_cast<int>(shop.a_month) + chance(shop.a_month - static_cast<int>(shop.a_month));
                for (int i = 0; i < times; ++i)
                    out.push_back({month,
                                   printed(shop.name, language, random),
                                   {},
                                   chance(noise) ? 1 + static_cast<int>(random() % 10) : shop.category});
            }
        };
        month_of(usual_shops(language));
        if (month >= 9) month_of(late_shops(language));
    }
    return out;
}

}  // namespace testing
