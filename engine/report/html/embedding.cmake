# Adds the page's files to kaoping_report: template, style, scripts, and Chart.js of the system.
find_file(KAOPING_CHART_JS chart.min.js PATHS /usr/share/javascript/chart.js /usr/local/share/javascript/chart.js NO_DEFAULT_PATH)
if(NOT KAOPING_CHART_JS)
    message(FATAL_ERROR "Chart.js (chart.min.js) is missing: install the package libjs-chart.js or set KAOPING_CHART_JS to the file")
endif()
find_path(KAOPING_RAPIDJSON rapidjson/writer.h REQUIRED)            # headers only: rapidjson-dev
find_path(KAOPING_MUSTACHE kainjow/mustache.hpp REQUIRED)           # headers only: libkainjow-mustache-dev

set(html ${CMAKE_CURRENT_LIST_DIR})
set(embedded ${CMAKE_CURRENT_BINARY_DIR}/html_embedded.cpp)
add_custom_command(
    OUTPUT ${embedded}
    COMMAND ${CMAKE_COMMAND} -DOUT=${embedded} -DTEMPLATE=${html}/page.mustache -DSTYLE=${html}/style.css
        -DSCRIPTS=${html}/charts.js,${html}/findings.js -DCHART=${KAOPING_CHART_JS} -DCHART_LICENCE=${html}/chart-licence.txt
        -P ${html}/embed.cmake
    DEPENDS ${html}/embed.cmake ${html}/page.mustache ${html}/style.css ${html}/charts.js ${html}/findings.js
        ${html}/chart-licence.txt ${KAOPING_CHART_JS}
    COMMENT "Embedding the files of the HTML report"
    VERBATIM)
target_sources(kaoping_report PRIVATE ${embedded})
target_include_directories(kaoping_report SYSTEM PRIVATE ${KAOPING_RAPIDJSON} ${KAOPING_MUSTACHE})
