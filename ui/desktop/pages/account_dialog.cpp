#include "ui/desktop/pages/account_dialog.hpp"

#include <algorithm>

namespace desktop {

namespace {
constexpr int label_width = 150;  ///< both forms line up
}

AccountDialog::AccountDialog(wxWindow* parent, const wording::Words& words, const view::AccountForm& form, Check check)
    : wxDialog{parent,         wxID_ANY,
               wx(form.title), wxDefaultPosition,
               wxDefaultSize,  wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER},
      words_{words},
      form_{form},
      check_{std::move(check)}
{
    const int edge = FromDIP(space::edge);
    const bool exists{form.wanted.account};
    name_ = text_box(this, {}, words("as you call it"));
    type_ = choice(this, form.types, 0);
    currency_ = text_box(this);
    opening_ = text_box(this, {}, "0.00");
    number_ = text_box(this, {}, words("at most four"));
    auto* fields = new Form{this, label_width};
    fields->add(words("Name"), name_);
    fields->add(words("Kind"), type_);
    fields->add(words("Currency"), currency_);
    fields->add(words("Balance before the first entry"), opening_);
    fields->add(words("Last digits of its number"), number_);
    type_->Enable(!exists);
    currency_->Enable(!exists);
    build_card();
    wrong_ = new Paragraph{this};
    wrong_->set_colour(palette().of(view::Level::will_miss));
    auto* ok = new wxButton{this, wxID_OK, wx(exists ? words("Save") : words("Add the account"))};
    auto* cancel = new wxButton{this, wxID_CANCEL, wx(words("Cancel"))};
    ok->SetDefault();
    auto* buttons = new wxBoxSizer{wxHORIZONTAL};
    buttons->AddStretchSpacer();
    buttons->Add(cancel, 0, wxRIGHT, FromDIP(space::near));
    buttons->Add(ok);
    auto* all = new wxBoxSizer{wxVERTICAL};
    all->Add(fields, 0, wxEXPAND | wxALL, edge);
    all->Add(card_, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    all->Add(wrong_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    all->Add(buttons, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    SetSizer(all);
    write(form.wanted);
    SetMinSize(FromDIP(wxSize{440, 340}));
    SetSize(FromDIP(wxSize{500, 360}));
    show_card(form.wanted.type == ledger::AccountType::card);
    CentreOnParent();
    type_->Bind(wxEVT_CHOICE,
                [this](wxCommandEvent&) { choose_type(static_cast<ledger::AccountType>(type_->GetSelection())); });
    region_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { choose_region(region_->GetSelection()); });
    ok->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { accept(); });
    for (auto* box : {name_, currency_, opening_, number_, statement_day_, due_day_, due_after_, limit_})
        box->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { accept(); });
    name_->SetFocus();
}

wxWindow* AccountDialog::build_card()
{
    card_ = new wxScrolledWindow{this};
    card_->SetScrollRate(0, FromDIP(12));
    auto* card = new Form{card_, label_width};
    const auto box = [&](const std::string& label, const std::string& hint = {}) {
        auto* made = text_box(card_, {}, hint, false);
        card->add(label, made);
        return made;
    };
    statement_day_ = text_box(card_, {}, "1–31");
    due_day_ = text_box(card_, {}, "1–31");
    due_after_ = text_box(card_, {}, words_("or days after the statement"));
    limit_ = text_box(card_);
    pay_from_ = choice(card_, form_.payer_labels, 0);
    card->add(words_("Statement on day"), statement_day_);
    card->add(words_("Due on day"), due_day_);
    card->add(words_("Due after"), due_after_);
    card->add(words_("Limit"), limit_);
    card->add(words_("Paid from"), pay_from_);
    overdue_since_ = box(words_("Overdue since"), words_("empty: it is not"));
    overdue_amount_ = box(words_("Overdue amount"), words_("of the minimums due by now"));
    region_ = choice(card_, form_.region_labels, -1);
    pay_from_->SetMinSize(FromDIP(wxSize{120, -1}));
    card->add(words_("Terms as is usual in"), region_);
    minimum_rate_ = box(words_("Minimum, share"));
    minimum_floor_ = box(words_("Minimum, at least"));
    daily_rate_ = box(words_("Interest a day"));
    interest_ = choice(card_, form_.methods, -1);
    card->add(words_("Interest is charged"), interest_);
    late_rate_ = box(words_("Late fee, share"));
    late_floor_ = box(words_("Late fee, at least"));
    late_cap_ = box(words_("Late fee, at most"));
    grace_days_ = box(words_("Days of grace"));
    tolerance_ = box(words_("Short by so much is paid"));
    source_ = faint(card_);
    auto* all = new wxBoxSizer{wxVERTICAL};
    all->Add(card, 0, wxEXPAND | wxBOTTOM, FromDIP(space::gap));
    all->Add(source_, 0, wxEXPAND);
    card_->SetSizer(all);
    return card_;
}

void AccountDialog::write(const view::SaveAccount& w)
{
    const auto set = [](wxTextCtrl* box, const std::string& text) { box->ChangeValue(wx(text)); };
    set(name_, w.name), set(currency_, w.currency), set(opening_, w.opening), set(number_, w.number);
    type_->SetSelection(static_cast<int>(w.type));
    set(statement_day_, w.statement_day), set(due_day_, w.due_day), set(due_after_, w.due_after), set(limit_, w.limit);
    const auto payer = std::find(form_.payers.begin(), form_.payers.end(), w.pay_from);
    pay_from_->SetSelection(payer == form_.payers.end() ? 0 : 1 + static_cast<int>(payer - form_.payers.begin()));
    const auto region = std::find(form_.regions.begin(), form_.regions.end(), w.region);
    region_->SetSelection(region == form_.regions.end() ? -1 : static_cast<int>(region - form_.regions.begin()));
    set(minimum_rate_, w.minimum_rate), set(minimum_floor_, w.minimum_floor), set(daily_rate_, w.daily_rate);
    set(late_rate_, w.late_rate), set(late_floor_, w.late_floor), set(late_cap_, w.late_cap),
        set(grace_days_, w.grace_days), set(tolerance_, w.tolerance);
    set(overdue_since_, w.overdue_since), set(overdue_amount_, w.overdue_amount);
    interest_->SetSelection(w.interest);
}

view::SaveAccount AccountDialog::read() const
{
    view::SaveAccount w;
    w.account = form_.wanted.account;
    w.name = utf8(name_->GetValue());
    w.type = static_cast<ledger::AccountType>(type_->GetSelection());
    w.currency = utf8(currency_->GetValue());
    w.opening = utf8(opening_->GetValue());
    w.number = utf8(number_->GetValue());
    w.statement_day = utf8(statement_day_->GetValue());
    w.due_day = utf8(due_day_->GetValue());
    w.due_after = utf8(due_after_->GetValue());
    w.limit = utf8(limit_->GetValue());
    if (const int from = pay_from_->GetSelection(); from > 0)
        w.pay_from = form_.payers[static_cast<std::size_t>(from - 1)];
    if (const int at = region_->GetSelection(); at >= 0) w.region = form_.regions[static_cast<std::size_t>(at)];
    w.minimum_rate = utf8(minimum_rate_->GetValue());
    w.minimum_floor = utf8(minimum_floor_->GetValue());
    w.daily_rate = utf8(daily_rate_->GetValue());
    w.interest = interest_->GetSelection();
    w.late_rate = utf8(late_rate_->GetValue());
    w.late_floor = utf8(late_floor_->GetValue());
    w.late_cap = utf8(late_cap_->GetValue());
    w.grace_days = utf8(grace_days_->GetValue());
    w.tolerance = utf8(tolerance_->GetValue());
    w.overdue_since = utf8(overdue_since_->GetValue());
    w.overdue_amount = utf8(overdue_amount_->GetValue());
    return w;
}

void AccountDialog::choose_type(ledger::AccountType type)
{
    type_->SetSelection(static_cast<int>(type));
    const bool card = type == ledger::AccountType::card;
    if (card && utf8(daily_rate_->GetValue()).empty()) choose_region(-1);
    show_card(card);
}

/// The boxes as is usual there; -1 = where the currency is used.
void AccountDialog::choose_region(int at)
{
    const auto region = at >= 0 ? form_.regions[static_cast<std::size_t>(at)] : std::string{};
    const auto currency = ledger::parse_currency(utf8(currency_->GetValue()));
    const auto filled = view::begin_terms(read(), region, currency ? *currency : ledger::Currency{}, words_);
    write(filled.wanted);
    source_->set(filled.source);
    card_->FitInside();
    Layout();
}

void AccountDialog::show_card(bool card)
{
    card_->Show(card);
    if (card && GetSize().y < FromDIP(620)) SetSize({GetSize().x, FromDIP(640)});
    card_->FitInside();
    Layout();
}

void AccountDialog::accept()
{
    const auto wrong = check_(read());
    if (wrong.empty()) return EndModal(wxID_OK);
    wrong_->set(wrong);
    Layout();
}

}  // namespace desktop
