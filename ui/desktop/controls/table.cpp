#include "ui/desktop/controls/table.hpp"

#include <gtk/gtk.h>

#include <algorithm>
#include <array>

#include "ui/desktop/controls/accessible.hpp"
#include "ui/desktop/controls/appearance.hpp"
#include "ui/desktop/controls/text.hpp"

namespace desktop {

class Table::Rows : public wxDataViewVirtualListModel {
public:
    Rows() : colours_{palette()}
    {
        for (int i = 0; i < view::levels; ++i)
            signs_[static_cast<std::size_t>(i)] = level_bitmap(static_cast<view::Level>(i), colours_);
    }

    void set(unsigned count, Cells cells)
    {
        cells_ = std::move(cells);
        Reset(count);
    }
    void set_columns(const std::vector<view::Column>* columns) { columns_ = columns; }
    const view::Row* row(unsigned row) const { return cells_ ? cells_(row) : nullptr; }

    unsigned GetColumnCount() const override { return columns_ ? static_cast<unsigned>(columns_->size()) : 0; }
    wxString GetColumnType(unsigned column) const override { return sign(column) ? "wxDataViewIconText" : "string"; }

    void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override
    {
        const auto* at = cell(row, column);
        const auto text = at ? wx(at->text) : wxString{};
        if (!sign(column)) {
            value = text;
            return;
        }
        value << wxDataViewIconText{text,
                                    at && at->level ? signs_[static_cast<std::size_t>(*at->level)] : wxBitmapBundle{}};
    }

    bool GetAttrByRow(unsigned row, unsigned column, wxDataViewItemAttr& attributes) const override
    {
        const auto* at = cell(row, column);
        if (!at || (!at->strong && at->tone == view::Tone::plain)) return false;
        attributes.SetBold(at->strong);
        if (at->tone == view::Tone::faint) attributes.SetColour(colours_.faint);
        if (at->tone == view::Tone::good) attributes.SetColour(colours_.of(view::Level::safe));
        if (at->tone == view::Tone::bad) attributes.SetColour(colours_.of(view::Level::will_miss));
        return true;
    }

    bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }

private:
    bool sign(unsigned column) const { return columns_ && column < columns_->size() && (*columns_)[column].sign; }
    const view::Cell* cell(unsigned row, unsigned column) const
    {
        const auto* cells = this->row(row);
        return cells && column < cells->size() ? &(*cells)[column] : nullptr;
    }

    Palette colours_;
    std::array<wxBitmapBundle, view::levels> signs_;
    const std::vector<view::Column>* columns_ = nullptr;
    Cells cells_;
};

Table::Table(wxWindow* parent, const wxString& name, bool several)
    : wxDataViewCtrl{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                     (several ? wxDV_MULTIPLE : wxDV_SINGLE) | wxBORDER_THEME},
      rows_{new Rows}
{
    AssociateModel(rows_);
    rows_->DecRef();
    set_accessible(*this, name);
}

Table::~Table()
{
    AssociateModel(nullptr);  // the model looks into columns_ and kept_, which go first
}

void Table::set_columns(const std::vector<view::Column>& columns)
{
    if (columns == columns_) return;
    ClearColumns();
    columns_ = columns;
    rows_->set_columns(&columns_);
    for (unsigned i = 0; i < columns_.size(); ++i) {
        const auto& c = columns_[i];
        auto* renderer = c.sign ? static_cast<wxDataViewRenderer*>(new wxDataViewIconTextRenderer)
                                : new wxDataViewTextRenderer{"string", wxDATAVIEW_CELL_INERT,
                                                             c.right ? wxALIGN_RIGHT : wxALIGN_LEFT};
        if (c.stretch) renderer->EnableEllipsize(wxELLIPSIZE_END);
        auto* column = new wxDataViewColumn{wx(c.title),
                                            renderer,
                                            i,
                                            FromDIP(c.width),
                                            c.right ? wxALIGN_RIGHT : wxALIGN_LEFT,
                                            wxDATAVIEW_COL_RESIZABLE};
        AppendColumn(column);
        auto* native = GTK_TREE_VIEW_COLUMN(column->GetGtkHandle());
        gtk_tree_view_column_set_expand(native, c.stretch);
        gtk_tree_view_column_set_min_width(native, FromDIP(c.stretch ? c.width : 50));
        g_object_set(renderer->GetGtkHandle(), "ypad", FromDIP(4),
                     nullptr);  // SetRowHeight() does nothing for text on GTK
    }
}

void Table::show(unsigned count, Cells cells)
{
    const int chosen = selected();
    rows_->set(count, std::move(cells));
    if (chosen >= 0 && static_cast<unsigned>(chosen) < count) Select(rows_->GetItem(static_cast<unsigned>(chosen)));
}

void Table::show(const std::vector<view::Row>& rows)
{
    kept_ = rows;
    show(static_cast<unsigned>(kept_.size()),
         [this](unsigned row) { return row < kept_.size() ? &kept_[row] : nullptr; });
}

unsigned Table::count() const
{
    return rows_->GetCount();
}

int Table::selected() const
{
    const auto item = GetSelection();
    return item.IsOk() ? static_cast<int>(rows_->GetRow(item)) : -1;
}

std::vector<int> Table::all_selected() const
{
    wxDataViewItemArray items;
    GetSelections(items);
    std::vector<int> rows;
    for (const auto& item : items) rows.push_back(static_cast<int>(rows_->GetRow(item)));
    std::sort(rows.begin(), rows.end());
    return rows;
}

void Table::choose(const std::vector<int>& rows)
{
    wxDataViewItemArray items;
    for (const int row : rows)
        if (row >= 0 && static_cast<unsigned>(row) < count()) items.Add(rows_->GetItem(static_cast<unsigned>(row)));
    SetSelections(items);
}

void Table::select(int row)
{
    if (HasFlag(wxDV_MULTIPLE)) UnselectAll();
    if (row < 0 || static_cast<unsigned>(row) >= count()) return UnselectAll();
    const auto item = rows_->GetItem(static_cast<unsigned>(row));
    Select(item);
    EnsureVisible(item);
}

const view::Row* Table::row(unsigned row) const
{
    return rows_->row(row);
}

}  // namespace desktop
