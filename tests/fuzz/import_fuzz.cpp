// The whole door of import under any bytes: decode, cut, lay out, read, hold against the ledger, record, and do it
// again. Built with `cmake --preset fuzz` it is a libFuzzer target; in the other presets `import_corpus_test.cpp` runs
// the corpus through it.
#include "tests/fuzz/import_fuzz.hpp"

#include <cstdlib>
#include <iostream>

#include "ledger/import/drafts/draft.hpp"
#include "ledger/import/statement.hpp"

namespace {

using namespace ledger;

/// Not an assert: it holds in every build, and names what broke.
void must(bool holds, const char* what)
{
    if (holds) return;
    std::cerr << "broken: " << what << '\n';
    std::abort();
}

Account account(bool card)
{
    Account a;
    a.id = AccountId{1};
    a.name = "A";
    a.type = card ? AccountType::card : AccountType::checking;
    a.currency = *parse_currency("EUR");
    a.opening = {0, a.currency};
    return a;
}

void every_record_is_somewhere(const Statement& s)
{
    must(s.rows.size() + s.neutral.size() + s.furniture.size() + s.needs_review.size() + s.rejected.size() ==
             static_cast<std::size_t>(s.records),
         "the rows add up");
    for (const auto& row : s.rows) {
        must(std::abs(row.amount.minor) <= Money::largest, "amounts are within what a fact may hold");
    }
    for (const auto& p : s.rejected) must(p.line > 0, "a rejected row has its line");
}

}  // namespace

void import_any(std::string_view bytes)
{
    if (bytes.empty()) return;
    const auto choice =
        static_cast<unsigned char>(bytes.front());  // the first byte says what is known besides the file
    bytes.remove_prefix(1);
    const auto a = account((choice & 1) != 0);
    Book book;
    book.accounts.emplace(a.id, a);
    auto hints = (choice & 2) != 0 ? hints_for(book, a, Today{make_date(2024, 6, 1)}) : ReadHints{};
    if ((choice & 4) != 0) hints.region = "US";
    const auto statement = read_statement(bytes, (choice & 8) != 0 ? "statement_2024-01.csv" : "", hints);
    if (!statement) return;
    every_record_is_somewhere(*statement);
    const auto first = draft(*statement, a, {}, book);
    must(static_cast<std::size_t>(first.fresh + first.duplicates + first.reviews) == first.rows.size(),
         "each row has one mark");
    const auto change = record(first, book, {}, "file", {});
    std::vector<Entry> entries;
    for_each_entry(change, [&](const Entry& e) { entries.push_back(e); });
    must(entries.size() == static_cast<std::size_t>(first.fresh), "what is new is recorded, and nothing else");
    const auto again = draft(*statement, a, entries, book);
    must(again.fresh == 0, "the same file twice adds nothing");
}

#ifdef DUEWATCH_LIBFUZZER
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    import_any({reinterpret_cast<const char*>(data), size});
    return 0;
}
#endif
