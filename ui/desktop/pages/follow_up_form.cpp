#include "ui/desktop/pages/follow_up_form.hpp"

#include "ui/desktop/controls/accessible.hpp"

namespace desktop {

using ledger::Outcome;

FollowUpForm::FollowUpForm(wxWindow* parent, const wording::Words& words, const view::FollowUpFormModel& model,
                           view::DutyKey duty, std::function<void()> grown)
    : wxPanel{parent}, words_{words}, model_{model}, duty_{duty}, grown_{std::move(grown)}
{
    const int near = FromDIP(space::near);
    const auto day = words_("like 5, 12-05 or +3");
    auto* form = new Form{this};
    auto& b = boxes_;
    const auto add = [&](auto*& box, auto* made, const std::string& label) {
        box = made;
        labelled(*form, label, made);
    };
    add(b.outcome, choice(this, model_.outcome.labels, model_.outcome.chosen), words_("What came of it"));
    add(b.agreed, choice(this, model_.agreed.labels, model_.agreed.chosen), words_("They agreed to"));
    add(b.new_due, text_box(this, {}, day), words_("The new due date"));
    add(b.months, text_box(this), words_("Over how many months"));
    add(b.fee, text_box(this, {}, words_("like 0.6; 0 for none")), words_("Fee a month, in %"));
    add(b.first, text_box(this, {}, day), words_("First payment on"));
    b.they_called = new wxCheckBox{this, wxID_ANY, plain_label(words_("They called or came, not I"))};
    form->add_line(b.they_called);
    add(b.channel, choice(this, model_.channel.labels, model_.channel.chosen), words_("By what way"));
    add(b.when, text_box(this, model_.now), words_("When"));
    add(b.waited, text_box(this, {}, words_("minutes until somebody answered")), words_("How long it took"));
    add(b.agent, text_box(this), words_("Spoke to"));
    add(b.reference, text_box(this), words_("Reference"));
    add(b.promise, choice(this, model_.promise.labels, model_.promise.chosen), words_("They promised"));
    add(b.amount, text_box(this), words_("How much"));
    add(b.by, text_box(this, {}, day), words_("By which day"));
    add(b.note, text_box(this), words_("Note"));
    add(b.follow_up, text_box(this, {}, day), words_("Ask again on"));
    auto* all = new wxBoxSizer{wxVERTICAL};
    form->SetMinSize(FromDIP(wxSize{560, -1}));
    all->Add(form, 0, wxBOTTOM, near);
    rules_title_ = heading(this, model_.rules.empty() ? model_.no_rules : model_.rules_title, 1.0);
    if (model_.rules.empty()) rules_title_->set_style(1.0, false);
    all->Add(rules_title_, 0, wxEXPAND | wxTOP | wxBOTTOM, near);
    for (const auto& rule : model_.rules) {
        auto* line = new wxBoxSizer{wxHORIZONTAL};
        auto* mark = new wxCheckBox{this, wxID_ANY, {}};
        set_accessible(*mark, wx(rule.text), wx(rule.source));
        boxes_.rules.push_back(mark);
        auto* text = new Paragraph{this, rule.text};
        text->SetToolTip(wx(rule.source));
        line->Add(mark, 0, wxRIGHT, near);
        line->Add(text, 1);
        labels_.emplace_back(mark, text);
        all->Add(line, 0, wxEXPAND | wxBOTTOM, near);
    }
    SetSizer(all);
    for (auto* box : {b.outcome, b.agreed, b.promise}) box->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { follow(); });
    b.they_called->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { follow(); });
    follow();
}

wxWindow* FollowUpForm::labelled(Form& form, const std::string& label, wxWindow* box)
{
    labels_.emplace_back(box, form.add(label, box));
    return box;
}

void FollowUpForm::show(wxWindow* box, bool shown)
{
    box->Show(shown);
    for (const auto& [of, label] : labels_)
        if (of == box) label->Show(shown);
}

void FollowUpForm::follow()
{
    const auto& b = boxes_;
    const auto now = read();
    const bool agreed = now.outcome == Outcome::agreed && !model_.agreed_options.empty();
    const auto at = static_cast<std::size_t>(std::max(b.agreed->GetSelection(), 0));
    show(b.agreed, agreed);
    show(b.new_due, agreed && model_.agreed_options[at] == view::FollowUpFormModel::another_day);
    for (auto* box : {b.months, b.fee, b.first}) show(box, now.outcome == Outcome::counter_offer);
    show(b.waited, !now.they_called);
    show(b.amount, now.promise == ledger::PromiseKind::waiver);
    show(b.by, now.promise.has_value());
    rules_title_->Show(now.they_called);
    for (auto* rule : b.rules) show(rule, now.they_called);
    Layout();
    InvalidateBestSize();
    if (grown_) grown_();
}

view::LogContact FollowUpForm::read() const
{
    const auto& b = boxes_;
    const auto chosen = [](const wxChoice* box) { return static_cast<std::size_t>(std::max(box->GetSelection(), 0)); };
    const auto typed = [](const wxTextCtrl* box) { return box->IsShown() ? utf8(box->GetValue()) : std::string{}; };
    view::LogContact out{
        .duty = duty_, .channel = model_.channels[chosen(b.channel)], .outcome = model_.outcomes[chosen(b.outcome)]};
    out.agent = typed(b.agent), out.reference = typed(b.reference), out.note = typed(b.note),
    out.follow_up = typed(b.follow_up);
    out.when = b.when->GetValue() == wx(model_.now) ? std::string{} : typed(b.when);
    out.they_called = b.they_called->GetValue();
    out.waited = typed(b.waited);
    if (out.outcome == Outcome::agreed && !model_.agreed_options.empty()) {
        out.agreed_option = std::max(model_.agreed_options[chosen(b.agreed)], 0);
        out.new_due = typed(b.new_due);
    }
    out.months = typed(b.months), out.fee = typed(b.fee), out.first = typed(b.first);
    out.promise = model_.promises[chosen(b.promise)];
    out.promise_amount = typed(b.amount), out.promise_by = typed(b.by);
    for (std::size_t i = 0; i < b.rules.size(); ++i)
        if (out.they_called && b.rules[i]->GetValue()) out.conduct.push_back(model_.rules[i].id);
    return out;
}

}  // namespace desktop
