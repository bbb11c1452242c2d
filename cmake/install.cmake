# Installs the program, the libraries with their one public header, and a package for find_package(kaoping).
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/kaoping)

set_target_properties(kaoping_engine PROPERTIES EXPORT_NAME engine)
set_target_properties(kaoping_dsl PROPERTIES EXPORT_NAME dsl)
install(TARGETS kaoping_engine kaoping_dsl EXPORT kaopingTargets INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(FILES engine/api/kaoping/evaluator.hpp DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/kaoping)
install(EXPORT kaopingTargets NAMESPACE kaoping:: DESTINATION ${package_folder})

configure_package_config_file(cmake/kaopingConfig.cmake.in ${CMAKE_BINARY_DIR}/kaopingConfig.cmake INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(${CMAKE_BINARY_DIR}/kaopingConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/kaopingConfig.cmake ${CMAKE_BINARY_DIR}/kaopingConfigVersion.cmake DESTINATION ${package_folder})
