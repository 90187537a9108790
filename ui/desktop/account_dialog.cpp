#include "ui/desktop/account_dialog.hpp"

#include "ui/viewmodel/common.hpp"

namespace desktop {

namespace {
constexpr int types = 6;
}

AccountDialog::AccountDialog(wxWindow* parent, const wording::Words& words, const ledger::Book& book, const view::SaveAccount& suggested, Check check)
    : wxDialog{parent, wxID_ANY, wx(words("A new account")), wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER},
      words_{words}, check_{std::move(check)}, payers_{view::paying_accounts(book)}
{
    const int edge = FromDIP(space::edge), gap = FromDIP(space::gap);
    name_ = text_box(this, suggested.name, words("as you call it"));
    std::vector<std::string> labels;
    for (int i = 0; i < types; ++i) labels.push_back(wording::account_type_name(words, static_cast<ledger::AccountType>(i)));
    type_ = choice(this, labels, static_cast<int>(suggested.type));
    currency_ = text_box(this, suggested.currency.empty() ? std::string{book.preferences.currency.text()} : suggested.currency);
    opening_ = text_box(this, suggested.opening, "0.00");
    number_ = text_box(this, suggested.number, words("at most four"));
    auto* form = new Form{this};
    form->add(words("Name"), name_);
    form->add(words("Kind"), type_);
    form->add(words("Currency"), currency_);
    form->add(words("Balance before the first entry"), opening_);
    form->add(words("Last digits of its number"), number_);
    card_ = new wxPanel{this};
    auto* card = new Form{card_};
    statement_day_ = text_box(card_, {}, "1–31");
    due_day_ = text_box(card_, {}, "1–31");
    limit_ = text_box(card_);
    auto labels_of_payers = view::account_labels(book, payers_);
    labels_of_payers.insert(labels_of_payers.begin(), words("the usual one"));
    pay_from_ = choice(card_, labels_of_payers, 0);
    card->add(words("Statement on day"), statement_day_);
    card->add(words("Due on day"), due_day_);
    card->add(words("Limit"), limit_);
    card->add(words("Paid from"), pay_from_);
    card_->SetSizer(card);
    wrong_ = new Paragraph{this};
    wrong_->set_colour(palette().of(view::Level::will_miss));
    auto* ok = new wxButton{this, wxID_OK, wx(words("Add the account"))};
    auto* cancel = new wxButton{this, wxID_CANCEL, wx(words("Cancel"))};
    ok->SetDefault();
    auto* buttons = new wxBoxSizer{wxHORIZONTAL};
    buttons->AddStretchSpacer();
    buttons->Add(cancel, 0, wxRIGHT, FromDIP(space::near));
    buttons->Add(ok);
    auto* all = new wxBoxSizer{wxVERTICAL};
    all->Add(form, 0, wxEXPAND | wxALL, edge);
    all->Add(card_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    all->Add(wrong_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    all->AddStretchSpacer();
    all->Add(buttons, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, edge);
    SetSizer(all);
    (void)gap;
    show_card(suggested.type == ledger::AccountType::card);
    SetMinSize(FromDIP(wxSize{440, 340}));
    SetSize(FromDIP(wxSize{480, 360}));
    CentreOnParent();
    type_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { show_card(type_->GetSelection() == static_cast<int>(ledger::AccountType::card)); });
    ok->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { accept(); });
    for (auto* box : {name_, currency_, opening_, number_, statement_day_, due_day_, limit_}) box->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { accept(); });
    name_->SetFocus();
}

void AccountDialog::show_card(bool card)
{
    card_->Show(card);
    if (card && GetSize().y < FromDIP(520)) SetSize({GetSize().x, FromDIP(540)});
    Layout();
}

void AccountDialog::accept()
{
    view::SaveAccount wanted;
    wanted.name = utf8(name_->GetValue());
    wanted.type = static_cast<ledger::AccountType>(type_->GetSelection());
    wanted.currency = utf8(currency_->GetValue());
    wanted.opening = utf8(opening_->GetValue());
    wanted.number = utf8(number_->GetValue());
    wanted.statement_day = utf8(statement_day_->GetValue());
    wanted.due_day = utf8(due_day_->GetValue());
    wanted.limit = utf8(limit_->GetValue());
    if (const int from = pay_from_->GetSelection(); from > 0) wanted.pay_from = payers_[static_cast<std::size_t>(from - 1)];
    const auto wrong = check_(wanted);
    if (wrong.empty()) return EndModal(wxID_OK);
    wrong_->set(wrong);
    Layout();
}

}  // namespace desktop
