# Program, shipped scenarios, manual pages and completions, where Debian looks for them. The last two come out of the
# program itself. What belongs to which package is said by its component (packages.cmake).
include(GNUInstallDirs)
if(TARGET groundswell)
    install(TARGETS groundswell RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
    if(TARGET groundswell-mpi)
        install(TARGETS groundswell-mpi RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT mpi)
        install(FILES cmake/packages/groundswell-mpi.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT mpi)
    endif()
    install(DIRECTORY scenarios/ DESTINATION ${CMAKE_INSTALL_DATADIR}/groundswell COMPONENT program)
    install(FILES README.md CHANGELOG.md LICENSE THIRD-PARTY.md CITATION.cff DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
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
        endforeach()" COMPONENT program)
endif()
