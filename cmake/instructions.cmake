# use_instructions(avx2 files…): these files hold a second way for machines with such instructions, chosen when the program runs.
# Each is compiled alone and with little else in it, so that no code of others comes to need what not every machine has.
function(use_instructions set)
    set_source_files_properties(${ARGN} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON SKIP_PRECOMPILE_HEADERS ON)
    if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64)$")
        set_source_files_properties(${ARGN} PROPERTIES COMPILE_OPTIONS -m${set})
    endif()
endfunction()
