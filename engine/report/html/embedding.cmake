# Adds the pages' files to kaoping_report and kaoping_campaign: templates, styles, scripts, and Chart.js of the system.
find_file(KAOPING_CHART_JS chart.min.js PATHS /usr/share/javascript/chart.js /usr/local/share/javascript/chart.js NO_DEFAULT_PATH)
if(NOT KAOPING_CHART_JS)
    message(FATAL_ERROR "Chart.js (chart.min.js) is missing: install the package libjs-chart.js or set KAOPING_CHART_JS to the file")
endif()
find_path(KAOPING_RAPIDJSON rapidjson/writer.h REQUIRED)            # headers only: rapidjson-dev
find_path(KAOPING_MUSTACHE kainjow/mustache.hpp REQUIRED)           # headers only: libkainjow-mustache-dev


set(KAOPING_HTML ${CMAKE_CURRENT_LIST_DIR})
set(KAOPING_PAGE_SCRIPTS ${KAOPING_HTML}/charts.js ${KAOPING_HTML}/findings.js)  # of every page that has charts and findings

# embed_files(TARGET t OUT file HEADER h NAMESPACE n TEMPLATES name=file… HASHED name=file+file… [MORE -D…])
function(embed_files)
    cmake_parse_arguments(ARG "" "TARGET;OUT;HEADER;NAMESPACE" "TEMPLATES;HASHED;MORE" ${ARGN})
    list(JOIN ARG_TEMPLATES "," templates)
    list(JOIN ARG_HASHED "," hashed)
    string(REGEX MATCHALL "[^=+;]*/[^=+;]*" files "${ARG_TEMPLATES};${ARG_HASHED}")
    add_custom_command(
        OUTPUT ${ARG_OUT}
        COMMAND ${CMAKE_COMMAND} -DOUT=${ARG_OUT} -DHEADER=${ARG_HEADER} -DNAMESPACE=${ARG_NAMESPACE} -DTEMPLATES=${templates}
            -DHASHED=${hashed} ${ARG_MORE} -P ${KAOPING_HTML}/embed.cmake
        DEPENDS ${KAOPING_HTML}/embed.cmake ${files} ${KAOPING_CHART_JS} ${KAOPING_HTML}/chart-licence.txt
        COMMENT "Embedding the files of a page of ${ARG_TARGET}"
        VERBATIM)
    target_sources(${ARG_TARGET} PRIVATE ${ARG_OUT})
    target_include_directories(${ARG_TARGET} SYSTEM PRIVATE ${KAOPING_RAPIDJSON} ${KAOPING_MUSTACHE})
endfunction()

list(JOIN KAOPING_PAGE_SCRIPTS "+" page_scripts)
embed_files(TARGET kaoping_report OUT ${CMAKE_CURRENT_BINARY_DIR}/html_embedded.cpp HEADER engine/report/html/embedded.hpp
    NAMESPACE kaoping::engine::html::embedded
    TEMPLATES page=${KAOPING_HTML}/page.mustache
    HASHED style=${KAOPING_HTML}/style.css script=${page_scripts}+${KAOPING_HTML}/report.js
    MORE -DCHART=${KAOPING_CHART_JS} -DCHART_LICENCE=${KAOPING_HTML}/chart-licence.txt)
