#include "ui/desktop/pages/bill_form.hpp"

namespace desktop {

BillFormPanel::BillFormPanel(wxWindow* parent, const wording::Words& words, std::function<void()> save,
                             std::function<void()> cancel)
    : wxScrolledWindow{parent}, words_{words}
{
    SetScrollRate(0, FromDIP(12));
    const int gap = FromDIP(space::gap);
    title_ = heading(this);
    auto* reach = new wxBoxSizer{wxVERTICAL};
    boxes_.following = new wxRadioButton{
        this,          wxID_ANY,  plain_label(words_("This one and all that follow")), wxDefaultPosition,
        wxDefaultSize, wxRB_GROUP};
    boxes_.this_one = new wxRadioButton{this, wxID_ANY, plain_label(words_("Only this one"))};
    boxes_.all = new wxRadioButton{this, wxID_ANY, plain_label(words_("The past too: it was written wrongly"))};
    for (auto* radio : {boxes_.following, boxes_.this_one, boxes_.all}) {
        reach->Add(radio, 0, wxBOTTOM, FromDIP(space::near));
        radio->Bind(wxEVT_RADIOBUTTON, [this](wxCommandEvent&) { show_what_fits(); });
    }
    fields_ = new Form{this};
    build_boxes(*fields_);
    auto* buttons = new wxBoxSizer{wxHORIZONTAL};
    buttons->Add(button(this, words_("Save"), save), 0, wxRIGHT, FromDIP(space::near));
    buttons->Add(button(this, words_("Cancel"), std::move(cancel)));
    auto* all = new wxBoxSizer{wxVERTICAL};
    all->Add(title_, 0, wxEXPAND | wxBOTTOM, gap);
    all->Add(reach, 0, wxEXPAND);
    all->Add(fields_, 0, wxEXPAND | wxBOTTOM, FromDIP(space::near));
    for (auto* box : {boxes_.autopay, boxes_.estimate, boxes_.essential})
        all->Add(box, 0, wxEXPAND | wxBOTTOM, FromDIP(space::near));
    all->Add(buttons);
    SetSizer(all);
    for (auto* box :
         {boxes_.payee, boxes_.amount, boxes_.due, boxes_.minimum, boxes_.until, boxes_.times, boxes_.learn})
        box->Bind(wxEVT_TEXT_ENTER, [this, save](wxCommandEvent&) { CallAfter(save); });
}

void BillFormPanel::build_boxes(Form& form)
{
    boxes_.payee = text_box(this);
    boxes_.amount = text_box(this, {}, words_("120 or 80..120"));
    boxes_.learn = text_box(this, {}, words_("the last …; or empty"));
    boxes_.due = text_box(this, {}, words_("like 5, 12-05 or +3"));
    boxes_.repeat = choice(this, {}, -1);
    boxes_.shift = choice(this, {}, -1);
    boxes_.until = text_box(this, {}, words_("a day, if it ends"));
    boxes_.times = text_box(this, {}, words_("or a number"));
    boxes_.pay_from = choice(this, {}, -1);
    boxes_.minimum = text_box(this, {}, words_("if there is one"));
    payee_label_ = form.add(words_("Payee"), boxes_.payee);
    form.add(words_("Amount"), boxes_.amount);
    due_label_ = form.add(words_("Due"), boxes_.due);
    const auto of_rule = [&](const std::string& label, wxWindow* control) {
        auto* text = form.add(label, control);
        of_rule_.push_back(text);
        of_rule_.push_back(control);
        return text;
    };
    of_rule(words_("Comes"), boxes_.repeat);
    of_rule(words_("On days off"), boxes_.shift);
    of_rule(words_("Not after"), boxes_.until);
    of_rule(words_("Times in all"), boxes_.times);
    of_rule(words_("Learnt from"), boxes_.learn);
    pay_from_label_ = of_rule(words_("Paid from"), boxes_.pay_from);
    minimum_label_ = form.add(words_("At least"), boxes_.minimum);
    boxes_.autopay = new wxCheckBox{this, wxID_ANY, plain_label(words_("Taken by direct debit"))};
    boxes_.estimate = new wxCheckBox{this, wxID_ANY, plain_label(words_("The amount is a guess"))};
    boxes_.essential = new wxCheckBox{this, wxID_ANY, plain_label(words_("Essential: never asked to wait"))};
    for (auto* box : {boxes_.repeat, boxes_.shift, boxes_.pay_from})
        box->SetMinSize(FromDIP(wxSize{100, -1}));  // what is chosen may be longer than there is room
}

void BillFormPanel::show_choices(const view::BillsModel& model)
{
    accounts_ = model.accounts;
    fill(*boxes_.repeat, model.repeats, std::max(boxes_.repeat->GetSelection(), 0));
    fill(*boxes_.shift, model.shifts, std::max(boxes_.shift->GetSelection(), 0));
    fill(*boxes_.pay_from, model.pay_from, std::max(boxes_.pay_from->GetSelection(), 0));
}

/// One occurrence has a day and an amount; an income has no minimum and is not paid by anyone here.
void BillFormPanel::show_what_fits()
{
    const bool exists = form_.bill || form_.income, one = exists && boxes_.this_one->GetValue();
    for (auto* radio : {boxes_.following, boxes_.this_one, boxes_.all}) radio->Show(exists);
    boxes_.all->Show(exists && !form_.is_income);
    for (auto* window : of_rule_) window->Show(!one);
    boxes_.payee->Enable(!one);
    for (wxWindow* window : {static_cast<wxWindow*>(minimum_label_), static_cast<wxWindow*>(boxes_.minimum)})
        window->Show(!one && !form_.is_income);
    for (auto* box : {boxes_.autopay, boxes_.estimate, boxes_.essential}) box->Show(!one && !form_.is_income);
    payee_label_->SetLabel(plain_label(form_.is_income ? words_("Payer") : words_("Payee")));
    due_label_->SetLabel(plain_label(form_.is_income ? words_("Comes on") : words_("Due")));
    pay_from_label_->SetLabel(plain_label(form_.is_income ? words_("Reaches") : words_("Paid from")));
    FitInside();
    Layout();
}

void BillFormPanel::write(const view::BillForm& form)
{
    form_ = form;
    title_->set(form.title);
    boxes_.payee->ChangeValue(wx(form.payee));
    boxes_.amount->ChangeValue(wx(form.amount));
    boxes_.due->ChangeValue(wx(form.due));
    boxes_.minimum->ChangeValue(wx(form.minimum));
    boxes_.until->ChangeValue(wx(form.until));
    boxes_.times->ChangeValue(wx(form.times));
    boxes_.learn->ChangeValue(wx(form.learn));
    boxes_.repeat->SetSelection(form.repeat);
    boxes_.shift->SetSelection(form.shift);
    boxes_.pay_from->SetSelection(form.pay_from);
    boxes_.autopay->SetValue(form.autopay);
    boxes_.estimate->SetValue(form.estimate);
    boxes_.essential->SetValue(form.essential);
    boxes_.following->SetValue(true);
    show_what_fits();
    Scroll(0, 0);
}

view::SaveBill BillFormPanel::read() const
{
    view::SaveBill bill;
    bill.bill = form_.bill;
    bill.income = form_.income;
    bill.is_income = form_.is_income;
    bill.occurrence = form_.occurrence;
    bill.payee = utf8(boxes_.payee->GetValue());
    bill.amount = utf8(boxes_.amount->GetValue());
    bill.due = utf8(boxes_.due->GetValue());
    bill.minimum = utf8(boxes_.minimum->GetValue());
    bill.until = utf8(boxes_.until->GetValue());
    bill.times = utf8(boxes_.times->GetValue());
    bill.learn = utf8(boxes_.learn->GetValue());
    bill.repeat = boxes_.repeat->GetSelection();
    bill.shift = std::max(0, boxes_.shift->GetSelection());
    const auto from = boxes_.pay_from->GetSelection();
    if (from > 0 && from <= static_cast<int>(accounts_.size()))
        bill.pay_from = accounts_[static_cast<std::size_t>(from - 1)];
    bill.autopay = boxes_.autopay->GetValue();
    bill.estimate = boxes_.estimate->GetValue();
    bill.essential = boxes_.essential->GetValue();
    bill.reach = boxes_.this_one->GetValue() ? view::Reach::this_one
                 : boxes_.all->GetValue()    ? view::Reach::all
                                             : view::Reach::following;
    return bill;
}

}  // namespace desktop
