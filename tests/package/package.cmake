# Installs the build into a scratch folder, builds consumer/ against it, runs it on an example, and compares what it prints.
set(here ${CMAKE_CURRENT_LIST_DIR})
cmake_path(GET here PARENT_PATH tests)
cmake_path(GET tests PARENT_PATH project)
file(REMOVE_RECURSE ${SCRATCH})

function(run)
    execute_process(COMMAND ${ARGV} OUTPUT_VARIABLE said ERROR_VARIABLE said RESULT_VARIABLE status)
    if(NOT status EQUAL 0)
        message(FATAL_ERROR "${ARGV}\n${said}")
    endif()
endfunction()

run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${SCRATCH}/installed)
file(GLOB_RECURSE headers RELATIVE ${SCRATCH}/installed/include ${SCRATCH}/installed/include/*)
if(NOT headers STREQUAL "kaoping/evaluator.hpp")
    message(FATAL_ERROR "the one public header is kaoping/evaluator.hpp; installed were: ${headers}")
endif()

run(${CMAKE_COMMAND} -S ${here}/consumer -B ${SCRATCH}/consumer -G ${GENERATOR} -DCMAKE_CXX_COMPILER=${COMPILER} -DCMAKE_CXX_FLAGS=${FLAGS}
    -DCMAKE_PREFIX_PATH=${SCRATCH}/installed)
run(${CMAKE_COMMAND} --build ${SCRATCH}/consumer)

execute_process(COMMAND ${SCRATCH}/consumer/consumer ${project}/examples/quarterly/criminal ${project}/examples/quarterly/cases/07-early-detention.yaml
    OUTPUT_VARIABLE printed ERROR_VARIABLE errors RESULT_VARIABLE status)
file(READ ${here}/expected.txt expected)
if(NOT status EQUAL 0 OR NOT printed STREQUAL expected)
    message(FATAL_ERROR "the consumer gave ${status} and printed\n${printed}${errors}instead of\n${expected}")
endif()
