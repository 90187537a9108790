#include "ui/desktop/controls/accessible.hpp"

#include <atk/atk.h>
#include <gtk/gtk.h>

namespace desktop {

namespace {

/// The widget a person is in: lists and long texts are wrapped in a scrolled window, which says nothing.
GtkWidget* spoken_widget(wxWindow& window)
{
    GtkWidget* widget = window.GetHandle();
    if (!GTK_IS_SCROLLED_WINDOW(widget)) return widget;
    GtkWidget* inner = gtk_bin_get_child(GTK_BIN(widget));
    return inner != nullptr ? inner : widget;
}

AtkObject* spoken(wxWindow& window)
{
    return gtk_widget_get_accessible(spoken_widget(window));
}

std::string text_or_empty(const char* text)
{
    return text != nullptr ? text : "";
}

}  // namespace

void set_accessible(wxWindow& window, const wxString& name, const wxString& description)
{
    atk_object_set_name(spoken(window), name.utf8_str());
    if (!description.empty()) set_accessible_description(window, description);
}

void set_accessible_description(wxWindow& window, const wxString& description)
{
    atk_object_set_description(spoken(window), description.utf8_str());
}

void label_for(wxStaticText& label, wxWindow& control)
{
    GtkWidget* named = spoken_widget(control);
    if (GTK_IS_LABEL(label.GetHandle())) gtk_label_set_mnemonic_widget(GTK_LABEL(label.GetHandle()), named);
    const wxString text = label.GetLabelText();
    atk_object_set_name(gtk_widget_get_accessible(named),
                        text.EndsWith(":") ? text.Left(text.length() - 1).utf8_str() : text.utf8_str());
}

void label_form(wxWindow& form)
{
    wxStaticText* label = nullptr;
    for (wxWindow* child : form.GetChildren()) {
        if (auto* text = dynamic_cast<wxStaticText*>(child)) {
            label = text;
        }
        else if (label != nullptr) {
            label_for(*label, *child);
            label = nullptr;
        }
    }
}

std::string accessible_name(wxWindow& window)
{
    return text_or_empty(atk_object_get_name(spoken(window)));
}

std::string accessible_description(wxWindow& window)
{
    return text_or_empty(atk_object_get_description(spoken(window)));
}

std::string accessible_label(wxWindow& window)
{
    AtkRelationSet* relations = atk_object_ref_relation_set(spoken(window));
    std::string name;
    if (AtkRelation* by = atk_relation_set_get_relation_by_type(relations, ATK_RELATION_LABELLED_BY)) {
        const GPtrArray* targets = atk_relation_get_target(by);
        if (targets->len > 0) name = text_or_empty(atk_object_get_name(ATK_OBJECT(g_ptr_array_index(targets, 0))));
    }
    g_object_unref(relations);
    return name;
}

}  // namespace desktop
