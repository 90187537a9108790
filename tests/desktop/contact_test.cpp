#include <filesystem>
#include <fstream>

#include "tests/desktop/desktop.hpp"
#include "tests/support/store.hpp"
#include "ui/desktop/controls/pdf.hpp"
#include "ui/desktop/pages/document_window.hpp"

using namespace desktop;
using namespace desktop::test;

namespace {

struct Short : Desktop {
    explicit Short(const char* language = "en") : Desktop{language}
    {
        account("Checking", "300");
        bill("Rent", "900", "2026-12-01");
        frame->carry_out(view::StartContact{duty()});
    }
    view::DutyKey duty() { return desk.first_warning(); }
    ContactPanel& panel() { return frame->warnings().contact(); }
};

std::string bytes_of(const std::filesystem::path& file)
{
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

}  // namespace

TEST_CASE("what is said of a paper is kept, and the talk stays where it was", "[contact]")
{
    Short d;
    view::ContactChoice choice{.duty = d.duty(), .reason = "illness"};
    d.frame->carry_out(choice);
    const auto model = *d.desk.contact(choice);
    REQUIRE_FALSE(model.papers.empty());
    d.panel().go(2);
    d.frame->carry_out(view::SetPaper{choice, model.papers.front().id, ledger::PaperState::sent});
    REQUIRE(d.desk.state().book.papers.size() == 1);
    CHECK(d.desk.state().book.papers.begin()->second.state == ledger::PaperState::sent);
    CHECK(d.frame->warnings().talking());
    CHECK(d.panel().step() == 2);
    CHECK(d.desk.contact(choice)->papers.front().state == ledger::PaperState::sent);
    d.frame->carry_out(view::Undo{});
    CHECK(d.desk.state().book.papers.empty());
}

TEST_CASE("a letter becomes a PDF and a web page for its owner alone", "[contact]")
{
    Short d;
    const ::testing::Folder folder;
    const auto letter =
        d.desk.document({d.duty(), view::DocumentKind::text, "尊敬的银行：\n\nI will pay <what> I can & no less."});
    REQUIRE(letter);
    auto* window = new DocumentWindow{d.frame, d.desk.words(), letter->title, letter->html, letter->name};
    CHECK(utf8(window->page().ToText()).find("I will pay <what> I can & no less.") != std::string::npos);
    const auto pdf = folder.path() / "letter.pdf", html = folder.path() / "letter.html";
    REQUIRE(window->save_as_pdf(pdf));
    REQUIRE(window->save_as_html(html));
    CHECK(bytes_of(pdf).starts_with("%PDF-"));
    CHECK(bytes_of(pdf).size() > 2000);  // with its fonts
    CHECK(bytes_of(html).find("&lt;what&gt;") != std::string::npos);
    for (const auto& file : {pdf, html})
        CHECK((std::filesystem::status(file).permissions() & std::filesystem::perms::mask) ==
              std::filesystem::perms{0600});
    CHECK_FALSE(window->save_as_pdf(folder.path() / "no" / "such" / "folder.pdf"));
    window->Destroy();
}

TEST_CASE("the sheet for the bank is a page with the figures of the ledger", "[contact]")
{
    Short d;
    const auto sheet = d.desk.document({d.duty(), view::DocumentKind::budget, {}});
    REQUIRE(sheet);
    CHECK(sheet->html.find("Checking") != std::string::npos);
    CHECK(sheet->html.find("Rent") != std::string::npos);
    CHECK(sheet->html.find('{', sheet->html.find("</style>")) == std::string::npos);  // no placeholder is left
}

TEST_CASE("a long text runs over several pages", "[contact]")
{
    const ::testing::Folder folder;
    wxString html = "<html><body>";
    for (int i = 0; i < 200; ++i) html += wxString::Format("<p>Line %d</p>", i);
    REQUIRE(save_pdf(html + "</body></html>", folder.path() / "long.pdf"));
    const auto pdf = bytes_of(folder.path() / "long.pdf");
    CHECK(pdf.size() > 3000);
}
