# The target `site`: the pages of the repository as a folder of files that any host can show (make-site.sh). It is not part of `all`, and
# whether pandoc is there is asked when it is built.
if(TARGET groundswell)
    add_custom_target(site
        COMMAND ${CMAKE_SOURCE_DIR}/cmake/site/make-site.sh $<TARGET_FILE:groundswell> ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR}/site
        COMMENT "Making the site" USES_TERMINAL VERBATIM)
    add_dependencies(site groundswell)
    if(TARGET page)
        add_dependencies(site page)
    endif()
endif()
