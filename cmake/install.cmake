# Program, shipped scenarios, manual page and completion, where Debian looks for them. The last two come out of the
# program itself.
include(GNUInstallDirs)
if(TARGET groundswell)
    install(TARGETS groundswell RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
    install(DIRECTORY scenarios/ DESTINATION ${CMAKE_INSTALL_DATADIR}/groundswell)
    install(FILES README.md CHANGELOG.md LICENSE CITATION.cff DESTINATION ${CMAKE_INSTALL_DOCDIR} OPTIONAL)
    install(CODE "
        set(prefix \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}\")
        set(program \"\${prefix}/${CMAKE_INSTALL_BINDIR}/groundswell\")
        foreach(page \"man;${CMAKE_INSTALL_MANDIR}/man1/groundswell.1\"
                     \"completion;${CMAKE_INSTALL_DATADIR}/bash-completion/completions/groundswell\")
            list(GET page 0 kind)
            list(GET page 1 file)
            get_filename_component(folder \"\${prefix}/\${file}\" DIRECTORY)
            file(MAKE_DIRECTORY \"\${folder}\")
            execute_process(COMMAND \"\${program}\" help --\${kind} OUTPUT_FILE \"\${prefix}/\${file}\"
                            COMMAND_ERROR_IS_FATAL ANY)
            message(STATUS \"Installing: \${prefix}/\${file}\")
        endforeach()")
endif()
