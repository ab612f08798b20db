# One interface target carries every compiler flag, so that a folder's CMakeLists.txt names none.
add_library(juesuan_flags INTERFACE)
target_compile_features(juesuan_flags INTERFACE cxx_std_17)
target_include_directories(juesuan_flags INTERFACE ${CMAKE_CURRENT_LIST_DIR}/..)
target_compile_options(juesuan_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
                                               -Wno-sign-conversion)
option(JUESUAN_WERROR "Warnings are errors (on in CI)" OFF)
if(JUESUAN_WERROR)
  target_compile_options(juesuan_flags INTERFACE -Werror)
endif()
option(JUESUAN_SANITIZE "Address and undefined-behaviour sanitizers" OFF)
if(JUESUAN_SANITIZE)
  # GCC 12 takes the standard library for uninitialized where sanitizers stand in its code.
  target_compile_options(juesuan_flags INTERFACE -Wno-maybe-uninitialized -fsanitize=address,undefined
                                                 -fno-sanitize-recover=undefined
                                                 -fno-omit-frame-pointer)
  target_link_options(juesuan_flags INTERFACE -fsanitize=address,undefined)
endif()

# juesuan_library(NAME LIBS...): the static library of one folder, from its *.cc but main programs.
function(juesuan_library name)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cc)
  list(FILTER sources EXCLUDE REGEX "/main(_[a-z]+)?\\.cc$")
  add_library(juesuan_${name} STATIC ${sources})
  target_link_libraries(juesuan_${name} PUBLIC juesuan_flags ${ARGN})
endfunction()
