# Program, shipped scenarios, manual pages and completions, where Debian looks for them. The last two come out of the
# program itself.
include(GNUInstallDirs)
if(TARGET groundswell)
    install(TARGETS groundswell RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
    if(TARGET groundswell-mpi)
        install(TARGETS groundswell-mpi RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
    endif()
    install(DIRECTORY scenarios/ DESTINATION ${CMAKE_INSTALL_DATADIR}/groundswell)
    install(FILES README.md CHANGELOG.md LICENSE CITATION.cff DESTINATION ${CMAKE_INSTALL_DOCDIR} OPTIONAL)
    install(CODE "
        set(prefix \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}\")
        set(program \"\${prefix}/${CMAKE_INSTALL_BINDIR}/groundswell\")
        foreach(page \"--man|${CMAKE_INSTALL_MANDIR}/man1/groundswell.1\"
                     \"--man scenario|${CMAKE_INSTALL_MANDIR}/man5/groundswell-scenario.5\"
                     \"--completion bash|${CMAKE_INSTALL_DATADIR}/bash-completion/completions/groundswell\"
                     \"--completion zsh|${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions/_groundswell\"
                     \"--completion fish|${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d/groundswell.fish\")
            string(REGEX REPLACE \"[|].*\" \"\" words \"\${page}\")
            string(REGEX REPLACE \".*[|]\" \"\" file \"\${page}\")
            string(REPLACE \" \" \";\" words \"\${words}\")
            get_filename_component(folder \"\${prefix}/\${file}\" DIRECTORY)
            file(MAKE_DIRECTORY \"\${folder}\")
            execute_process(COMMAND \"\${program}\" help \${words} OUTPUT_FILE \"\${prefix}/\${file}\"
                            COMMAND_ERROR_IS_FATAL ANY)
            message(STATUS \"Installing: \${prefix}/\${file}\")
        endforeach()")
endif()
