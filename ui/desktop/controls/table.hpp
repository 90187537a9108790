#pragma once
#include <functional>
#include <vector>

#include <wx/dataview.h>

#include "ui/viewmodel/table.hpp"

namespace desktop {

/// A list of rows as a view-model gives them; only the rows in sight are asked for. A real table for screen readers,
/// with its headers.
class Table : public wxDataViewCtrl {
public:
    using Cells = std::function<const view::Row*(unsigned row)>;  ///< nullptr: no such row. What it points to lives
                                                                  ///< until the next call

    explicit Table(wxWindow* parent, const wxString& name,
                   bool several = false);  ///< several rows may be chosen at once
    ~Table() override;

    void set_columns(const std::vector<view::Column>& columns);
    void show(unsigned count, Cells cells);         ///< keeps the selected row number where it still exists
    void show(const std::vector<view::Row>& rows);  ///< a copy is kept

    unsigned count() const;
    int selected() const;                       ///< -1 = none, or several
    std::vector<int> all_selected() const;      ///< ascending
    void choose(const std::vector<int>& rows);  ///< several; sends no event
    void select(int row);                       ///< also brings it into sight; sends no event
    const view::Row* row(unsigned row) const;   ///< as shown; for the tests too

private:
    class Rows;
    Rows* rows_ = nullptr;
    std::vector<view::Column> columns_;
    std::vector<view::Row> kept_;
};

}  // namespace desktop
