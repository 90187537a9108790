#include "ui/viewmodel/import_preview.hpp"

namespace view {

namespace {

ImportModel blank(const wording::Words& words)
{
    ImportModel model;
    model.account_label = words("Into the account");
    model.other = {words("Choose a file…"), ChooseFile{}};
    model.drop = {words("Put away"), DropImport{}};
    return model;
}

}  // namespace

ImportModel import_start(const wording::Words& words)
{
    auto model = blank(words);
    model.sentence = words("Choose a statement, or drop the file anywhere on this window.");
    model.remarks = {words("CSV, OFX, QIF and MT940 files of any bank can be read, and those of Alipay and WeChat."),
                     words("You see every row before anything is written, and the whole import can be taken back."),
                     words("Bringing the same file in twice adds nothing twice.")};
    return model;
}

ImportModel import_reading(const wording::Words& words, const std::string& file)
{
    auto model = blank(words);
    model.stage = ImportStage::reading;
    model.file = file;
    model.sentence = words.fill("Reading {file}…", fmt::arg("file", file));
    return model;
}

ImportModel import_failed(const wording::Words& words, const std::string& file, const std::vector<std::string>& why)
{
    auto model = blank(words);
    model.stage = ImportStage::failed;
    model.file = file;
    model.sentence = words.fill("{file} could not be read. Nothing was changed.", fmt::arg("file", file));
    model.remarks = why;
    return model;
}

}  // namespace view
