#pragma once
#include <wx/checkbox.h>
#include <wx/notebook.h>

#include "ui/desktop/controls/controls.hpp"
#include "ui/desktop/controls/table.hpp"
#include "ui/viewmodel/rules.hpp"

namespace desktop {

/// Categories, rules and exchange rates: a list each, and below it the one that is chosen, to be changed.
class RulesPage : public wxPanel {
public:
    /// What applying would do, as a sentence; empty where that takes long and nobody has asked.
    using Preview = std::function<std::string(const view::ApplyRules&, bool asked)>;

    RulesPage(wxWindow* parent, view::Send send, const wording::Words& words, Preview preview);
    void show(const view::RulesModel& model);

    wxNotebook& tabs() { return *tabs_; }
    Table& categories() { return *categories_; }
    Table& rules() { return *rules_; }
    Table& rates() { return *rates_; }
    wxTextCtrl& rule_text() { return *text_; }
    wxChoice& rule_category() { return *set_category_; }
    wxTextCtrl& category_name() { return *name_; }
    void save_rule();
    void save_category();
    std::string preview() const { return preview_text_; }

private:
    wxWindow* category_tab();
    wxWindow* rule_tab();
    wxWindow* rate_tab();
    void write_category(const view::SaveCategory& category);
    void write_rule(const view::SaveRule& rule);
    void save_rate();
    void show_preview(bool asked);

    view::Send send_;
    wording::Words words_;
    Preview preview_;
    view::RulesModel model_;
    ledger::CategoryId category_{};
    ledger::RuleId rule_{};
    std::string preview_text_;
    wxNotebook* tabs_;
    Table *categories_ = nullptr, *rules_ = nullptr, *rates_ = nullptr;
    wxTextCtrl *name_ = nullptr, *text_ = nullptr, *payee_ = nullptr, *at_least_ = nullptr, *at_most_ = nullptr,
               *set_payee_ = nullptr, *date_ = nullptr, *from_ = nullptr, *to_ = nullptr, *rate_ = nullptr;
    wxChoice *parent_ = nullptr, *kind_ = nullptr, *account_ = nullptr, *set_category_ = nullptr,
             *set_transfer_ = nullptr;
    wxCheckBox *essential_ = nullptr, *replace_ = nullptr;
    Paragraph *about_rules_ = nullptr, *about_rates_ = nullptr, *preview_label_ = nullptr;
};

}  // namespace desktop
