#include "ui/viewmodel/guide.hpp"

#include "ui/wording/follow_up.hpp"

namespace view {

namespace {

using wording::Words;

GuideSection section(std::string title, const std::vector<wording::Sourced>& lines, bool folded = false)
{
    GuideSection out{.title = std::move(title), .folded = folded};
    for (const auto& line : lines) out.items.push_back({.text = line.text, .source = line.source});
    return out;
}

void add(GuideModel& model, GuideSection section)
{
    if (!section.items.empty()) model.sections.push_back(std::move(section));
}

}  // namespace

GuideModel guide(const ledger::Knowledge& knowledge, const std::string& region, std::optional<int> days_after_due,
                 DutyKey duty, const Words& words)
{
    const auto said = wording::guide(words, knowledge, region);
    const auto* stage = days_after_due ? ledger::stage(knowledge, *days_after_due) : nullptr;
    GuideModel model{.title = words("What may come when, and what you can do")};
    model.paragraphs.push_back(words(
        "Banks differ, and much of this never happens. The earlier somebody talks to them, the less of it does."));
    if (!said.old_words.empty()) model.paragraphs.push_back(said.old_words);
    GuideSection stages{.title = words("Step by step")};
    for (const auto& s : said.stages) {
        GuideItem item{.heading = words.fill("{name}: {when}", fmt::arg("name", s.name), fmt::arg("when", s.when)),
                       .now = stage && stage->id == s.id};
        if (item.now) item.heading = words.fill("{name}: you are here", fmt::arg("name", item.heading));
        item.text = s.may_happen.empty() ? s.do_now
                                         : words.fill("What helps: {what}\nWhat may come: {may}",
                                                      fmt::arg("what", s.do_now), fmt::arg("may", s.may_happen));
        stages.items.push_back(std::move(item));
    }
    add(model, std::move(stages));
    add(model, section(words("If somebody comes to the door"), said.home_visit));
    add(model, section(words("What collectors must keep to"), said.rules));
    if (!said.no_rules.empty())
        model.sections.push_back({.title = words("What collectors must keep to"), .items = {{.text = said.no_rules}}});
    add(model, section(words("Beware of fraud"), said.warnings));
    add(model, section(words("Who helps"), said.helplines));
    model.note = said.disclaimer;
    model.other = Action{words("When it is too much…"), ShowGuide{GuideKind::care, duty}};
    return model;
}

GuideModel care(const ledger::Knowledge& knowledge, const std::string& region, DutyKey duty, const Words& words)
{
    const auto said = wording::care_page(words, knowledge, region);
    GuideModel model{.title = said.title, .paragraphs = said.paragraphs};
    GuideSection first{.title = words("What comes first")};
    for (const auto& line : said.first_things) first.items.push_back({.text = line});
    add(model, std::move(first));
    add(model, section(words("Free advice"), said.free_advice));
    model.other = Action{words("What may come when…"), ShowGuide{GuideKind::stages, duty}};
    return model;
}

}  // namespace view
