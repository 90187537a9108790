#include "ui/desktop/pages/rules_page.hpp"

#include <algorithm>

#include "ui/desktop/controls/accessible.hpp"

namespace desktop {

namespace {

template <class Ids, class IdOfFact>
int index_of(const Ids& ids, IdOfFact id)
{
    const auto at = std::find(ids.begin(), ids.end(), id);
    return at == ids.end() ? 0 : static_cast<int>(at - ids.begin());
}

template <class Ids>
auto picked(const Ids& ids, const wxChoice& box)
{
    return ids[static_cast<std::size_t>(std::max(box.GetSelection(), 0))];
}

}  // namespace

RulesPage::RulesPage(wxWindow* parent, view::Send send, const wording::Words& words, Preview preview)
    : wxPanel{parent}, send_{std::move(send)}, words_{words}, preview_{std::move(preview)}
{
    tabs_ = new wxNotebook{this, wxID_ANY};
    tabs_->AddPage(category_tab(), wx(words_("Categories")));
    tabs_->AddPage(rule_tab(), wx(words_("Rules")));
    tabs_->AddPage(rate_tab(), wx(words_("Exchange rates")));
    auto* all = new wxBoxSizer{wxVERTICAL};
    all->Add(tabs_, 1, wxEXPAND | wxALL, FromDIP(space::edge));
    SetSizer(all);
}

wxWindow* RulesPage::category_tab()
{
    const int gap = FromDIP(space::gap), near = FromDIP(space::near);
    auto* tab = new wxPanel{tabs_};
    categories_ = new Table{tab, wx(words_("Categories"))};
    auto* form = new Form{tab};
    form->add(words_("Name"), name_ = text_box(tab));
    form->add(words_("Below"), parent_ = choice(tab, {}, -1), false);
    form->add(words_("Kind"), kind_ = choice(tab, {words_("expense"), words_("income")}, 0), false);
    form->add_line(
        essential_ = new wxCheckBox{
            tab, wxID_ANY, plain_label(words_("Essential: housing, food, power, medicine. Never asked to wait"))});
    auto* buttons = new wxWrapSizer{wxHORIZONTAL, wxREMOVE_LEADING_SPACES};
    buttons->Add(button(tab, words_("Save the category"), [this] { save_category(); }), 0, wxRIGHT | wxBOTTOM, near);
    buttons->Add(button(tab, words_("New category"),
                        [this] {
                            write_category({});
                            name_->SetFocus();
                        }),
                 0, wxRIGHT | wxBOTTOM, near);
    buttons->Add(button(tab, words_("Remove the category"),
                        [this] {
                            if (category_) send_(view::RemoveCategory{category_});
                        }),
                 0, wxBOTTOM, near);
    auto* all = new wxBoxSizer{wxVERTICAL};
    all->Add(categories_, 1, wxEXPAND | wxALL, gap);
    all->Add(form, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, gap);
    all->Add(buttons, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, gap);
    tab->SetSizer(all);
    name_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { CallAfter([this] { save_category(); }); });
    categories_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        const auto row = static_cast<std::size_t>(categories_->selected());
        if (row < model_.categories.size()) write_category(model_.categories[row]);
    });
    return tab;
}

wxWindow* RulesPage::rule_tab()
{
    const int gap = FromDIP(space::gap), near = FromDIP(space::near);
    auto* tab = new wxPanel{tabs_};
    about_rules_ = faint(tab);
    rules_ = new Table{tab, wx(words_("Rules"))};
    auto* looks = new Form{tab};
    looks->add(words_("Text in payee or memo"), text_ = text_box(tab));
    looks->add(words_("Or the whole payee"), payee_ = text_box(tab));
    looks->add(words_("On account"), account_ = choice(tab, {}, -1), false);
    looks->add(words_("Amount at least"), at_least_ = text_box(tab, {}, words_("like -500")));
    looks->add(words_("Amount at most"), at_most_ = text_box(tab, {}, words_("like -20")));
    auto* does = new Form{tab};
    does->add(words_("New payee"), set_payee_ = text_box(tab));
    does->add(words_("Category"), set_category_ = choice(tab, {}, -1), false);
    does->add(words_("Transfer with"), set_transfer_ = choice(tab, {}, -1), false);
    does->add_line(replace_ = new wxCheckBox{
                       tab, wxID_ANY, plain_label(words_("When applied: also where a category is set already"))});
    preview_label_ = new Paragraph{tab};
    does->add_line(preview_label_);
    auto* forms = new wxBoxSizer{wxHORIZONTAL};
    forms->Add(looks, 1, wxEXPAND | wxRIGHT, gap);
    forms->Add(does, 1, wxEXPAND);
    auto* buttons = new wxWrapSizer{wxHORIZONTAL, wxREMOVE_LEADING_SPACES};
    const auto add = [&](const std::string& label, std::function<void()> pressed) {
        buttons->Add(button(tab, label, std::move(pressed)), 0, wxRIGHT | wxBOTTOM, near);
    };
    add(words_("Save the rule"), [this] { save_rule(); });
    add(words_("New rule"), [this] {
        write_rule({});
        text_->SetFocus();
    });
    add(words_("Earlier"), [this] {
        if (rule_) send_(view::MoveRule{rule_, -1});
    });
    add(words_("Later"), [this] {
        if (rule_) send_(view::MoveRule{rule_, 1});
    });
    add(words_("Remove the rule"), [this] {
        if (rule_) send_(view::RemoveRule{rule_});
    });
    add(words_("What would change?"), [this] { show_preview(true); });
    add(words_("Apply all rules"), [this] { send_(view::ApplyRules{{}, replace_->GetValue()}); });
    auto* all = new wxBoxSizer{wxVERTICAL};
    all->Add(about_rules_, 0, wxEXPAND | wxALL, gap);
    all->Add(rules_, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, gap);
    all->Add(forms, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, gap);
    all->Add(buttons, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, gap);
    tab->SetSizer(all);
    for (auto* box : {text_, payee_, at_least_, at_most_, set_payee_})
        box->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { CallAfter([this] { save_rule(); }); });
    replace_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { CallAfter([this] { show_preview(true); }); });
    rules_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        const auto row = static_cast<std::size_t>(rules_->selected());
        if (row < model_.rules.size()) write_rule(model_.rules[row]);
    });
    return tab;
}

wxWindow* RulesPage::rate_tab()
{
    const int gap = FromDIP(space::gap), near = FromDIP(space::near);
    auto* tab = new wxPanel{tabs_};
    about_rates_ = faint(tab);
    rates_ = new Table{tab, wx(words_("Exchange rates"))};
    auto* form = new Form{tab};
    form->add(words_("From this day on"), date_ = text_box(tab, {}, words_("like 5, 12-05 or +3")), false);
    form->add(words_("One of"), from_ = text_box(tab, {}, "USD"), false);
    form->add(words_("is worth"), rate_ = text_box(tab, {}, "7.12"), false);
    form->add(words_("of"), to_ = text_box(tab), false);
    for (auto* box : {date_, from_, rate_, to_}) box->SetMinSize(FromDIP(wxSize{190, -1}));
    auto* buttons = new wxWrapSizer{wxHORIZONTAL, wxREMOVE_LEADING_SPACES};
    buttons->Add(button(tab, words_("Note the rate"), [this] { save_rate(); }), 0, wxRIGHT | wxBOTTOM, near);
    buttons->Add(button(tab, words_("Import rates…"), [this] { send_(view::ImportRates{}); }), 0, wxRIGHT | wxBOTTOM,
                 near);
    buttons->Add(button(tab, words_("Remove the rate"),
                        [this] {
                            const auto row = static_cast<std::size_t>(rates_->selected());
                            if (row < model_.rates.size()) send_(view::RemoveRate{model_.rates[row]});
                        }),
                 0, wxBOTTOM, near);
    auto* all = new wxBoxSizer{wxVERTICAL};
    all->Add(about_rates_, 0, wxEXPAND | wxALL, gap);
    all->Add(rates_, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, gap);
    all->Add(form, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, gap);
    all->Add(buttons, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, gap);
    tab->SetSizer(all);
    for (auto* box : {date_, from_, to_, rate_})
        box->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { CallAfter([this] { save_rate(); }); });
    return tab;
}

void RulesPage::show(const view::RulesModel& model)
{
    model_ = model;
    desktop::fill(*parent_, model.parent_labels, 0);
    desktop::fill(*account_, model.account_labels, 0);
    desktop::fill(*set_category_, model.target_labels, 0);
    desktop::fill(*set_transfer_, model.transfer_labels, 0);
    categories_->set_columns(model.category_columns);
    categories_->show(model.category_rows);
    rules_->set_columns(model.rule_columns);
    rules_->show(model.rule_rows);
    rates_->set_columns(model.rate_columns);
    rates_->show(model.rate_rows);
    about_rules_->set(model.explain_rules);
    about_rates_->set(model.explain_rates);
    if (to_->IsEmpty()) to_->ChangeValue(wx(model.currency));
    const auto category = std::find_if(model.categories.begin(), model.categories.end(),
                                       [&](const auto& c) { return c.category == category_; });
    write_category(category_ && category != model.categories.end() ? *category : view::SaveCategory{});
    const auto rule =
        std::find_if(model.rules.begin(), model.rules.end(), [&](const auto& r) { return r.rule == rule_; });
    if (rule_ && rule != model.rules.end()) rules_->select(static_cast<int>(rule - model.rules.begin()));
    write_rule(rule_ && rule != model.rules.end() ? *rule : view::SaveRule{});
    show_preview(false);
    layout_page(*tabs_);
}

void RulesPage::write_category(const view::SaveCategory& category)
{
    category_ = category.category;
    name_->ChangeValue(wx(category.name));
    parent_->SetSelection(index_of(model_.parents, category.parent));
    kind_->SetSelection(category.income ? 1 : 0);
    kind_->Enable(!category.category);  // what is spending does not become income
    essential_->SetValue(category.essential);
}

void RulesPage::save_category()
{
    send_(view::SaveCategory{category_, utf8(name_->GetValue()), picked(model_.parents, *parent_),
                             kind_->GetSelection() == 1, essential_->GetValue()});
}

void RulesPage::write_rule(const view::SaveRule& rule)
{
    rule_ = rule.rule;
    text_->ChangeValue(wx(rule.text));
    payee_->ChangeValue(wx(rule.payee));
    at_least_->ChangeValue(wx(rule.at_least));
    at_most_->ChangeValue(wx(rule.at_most));
    set_payee_->ChangeValue(wx(rule.set_payee));
    account_->SetSelection(index_of(model_.accounts, rule.account));
    set_category_->SetSelection(index_of(model_.targets, rule.set_category));
    set_transfer_->SetSelection(index_of(model_.accounts, rule.set_transfer));
}

void RulesPage::save_rule()
{
    view::SaveRule rule;
    rule.rule = rule_;
    rule.text = utf8(text_->GetValue());
    rule.payee = utf8(payee_->GetValue());
    rule.at_least = utf8(at_least_->GetValue());
    rule.at_most = utf8(at_most_->GetValue());
    rule.set_payee = utf8(set_payee_->GetValue());
    rule.account = picked(model_.accounts, *account_);
    rule.set_category = picked(model_.targets, *set_category_);
    rule.set_transfer = picked(model_.accounts, *set_transfer_);
    send_(rule);
}

void RulesPage::show_preview(bool asked)
{
    preview_text_ = !model_.rules.empty() && preview_ ? preview_({{}, replace_->GetValue()}, asked) : std::string{};
    preview_label_->set(preview_text_);
    layout_page(*rules_);
}

void RulesPage::save_rate()
{
    send_(view::SaveRate{utf8(date_->GetValue()), utf8(from_->GetValue()), utf8(to_->GetValue()),
                         utf8(rate_->GetValue())});
}

}  // namespace desktop
