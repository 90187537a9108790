# The flags every target of ours is built with, and the packages we stand on.
# Each package is in Debian 12 and 13; the reason for each stands in the README of the wing that uses it.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(date REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(SQLiteCpp REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(fmt REQUIRED)
find_package(Gettext REQUIRED)
pkg_check_modules(UCHARDET REQUIRED IMPORTED_TARGET uchardet)
pkg_check_modules(ZIP REQUIRED IMPORTED_TARGET libzip)
find_package(pugixml REQUIRED)
pkg_check_modules(ICU REQUIRED IMPORTED_TARGET icu-uc icu-i18n)
if(NOT TARGET SQLiteCpp::SQLiteCpp)   # Debian's target has no namespace, others' has
  add_library(SQLiteCpp::SQLiteCpp ALIAS SQLiteCpp)
endif()

add_library(house INTERFACE)
target_compile_features(house INTERFACE cxx_std_20)
# Narrowing in braces is what keeps a float out of Money: GCC only warns of it unless told.
target_compile_options(house INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror=narrowing $<$<BOOL:${DUEWATCH_WERROR}>:-Werror>)
# These come from the optimiser's guesses about std::optional, std::string and references; they differ from one GCC to the next
# (12 in Debian 12, 14 in Debian 13) and are often wrong: told, but not errors.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(house INTERFACE -Wno-error=maybe-uninitialized -Wno-error=array-bounds -Wno-error=stringop-overflow
    -Wno-error=stringop-overread -Wno-error=restrict -Wno-error=free-nonheap-object)
  if(CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 13)
    target_compile_options(house INTERFACE -Wno-error=dangling-reference)
  endif()
endif()
target_include_directories(house INTERFACE ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR})
if(DUEWATCH_SANITIZE)
  target_compile_options(house INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  target_link_options(house INTERFACE -fsanitize=address,undefined)
endif()
# An assert is about our own code and stays on in release builds (HOUSE: errors).
foreach(kind RELEASE RELWITHDEBINFO MINSIZEREL)
  string(REPLACE "-DNDEBUG" "" CMAKE_CXX_FLAGS_${kind} "${CMAKE_CXX_FLAGS_${kind}}")
endforeach()

# What a target that only shows and asks is compiled with, after the flags of all: time goes into the wings below it.
set(DUEWATCH_LIGHT "" CACHE STRING "Flags of what is not hot: the window and the command line")
separate_arguments(DUEWATCH_LIGHT)
option(DUEWATCH_LIGHT_CORE "The core of ui and the cases of the tests too" OFF)

# What nearly every file of ours reads: parsed once a target, which saves about a third of a clean build.
# That each header of ours still compiles alone is checked by the target headers_alone.
set(house_headers <algorithm> <cstdint> <functional> <map> <optional> <string> <string_view> <variant> <vector> <date/date.h>)

# A clean build spends most of its time in headers, so the files of a room (a folder) are compiled together, some at a time.
# What that asks of us: two files of one room do not give the same name to two things of their own.
# -DDUEWATCH_UNITY=OFF compiles each file by itself, which clang-tidy and a hunt for a missing include want.
option(DUEWATCH_UNITY "Compile the files of a room together" ON)
set(DUEWATCH_UNITY_FILES 8 CACHE STRING "How many files of a room are compiled together at most")
function(by_room target)
  if(NOT DUEWATCH_UNITY)
    return()
  endif()
  get_target_property(sources ${target} SOURCES)
  list(FILTER sources INCLUDE REGEX "\\.cpp$")
  list(SORT sources)
  set(last "")
  foreach(source ${sources})
    get_filename_component(room ${source} DIRECTORY)
    if(NOT room STREQUAL last)
      set(last ${room})
      set(place 0)
      file(RELATIVE_PATH name ${CMAKE_SOURCE_DIR} ${room})
      string(REPLACE "/" "_" name ${name})
    endif()
    math(EXPR group "${place} / ${DUEWATCH_UNITY_FILES}")
    math(EXPR place "${place} + 1")
    set_property(SOURCE ${source} PROPERTY UNITY_GROUP ${name}_${group})
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()

# A wing is every .cpp below its folder, so that a new file needs no second mention.
function(add_wing name)
  cmake_parse_arguments(WING "" "" "ROOMS" ${ARGN})
  if(NOT WING_ROOMS)
    set(WING_ROOMS .)
  endif()
  set(sources)
  foreach(room ${WING_ROOMS})
    file(GLOB_RECURSE found CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${room}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/${room}/*.hpp)
    list(APPEND sources ${found})
  endforeach()
  add_library(${name} STATIC ${sources})
  target_link_libraries(${name} PUBLIC house)
  target_precompile_headers(${name} PRIVATE ${house_headers})
  by_room(${name})
endfunction()

# Turns data files into one C++ file of byte strings: embed(target NAMESPACE name FILES a b …) gives
# `std::string_view NAMESPACE::name(std::string_view file)` for the file names given (without their folder).
function(embed target)
  cmake_parse_arguments(E "" "NAME" "FILES" ${ARGN})
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${E_NAME}_data.cpp)
  add_custom_command(OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DOUT=${out} -DNAME=${E_NAME} "-DFILES=${E_FILES}" -P ${CMAKE_SOURCE_DIR}/cmake/Embed.cmake
    DEPENDS ${E_FILES} ${CMAKE_SOURCE_DIR}/cmake/Embed.cmake VERBATIM)
  target_sources(${target} PRIVATE ${out})
endfunction()
