# cmake -DSOURCE=... -DNAME=groundswell-... -DFOLDER=... -P source_archive.cmake: FOLDER/NAME.tar.gz of what is committed.
# git writes the commit and its time into cmake/archive.txt of it; the same commit gives the same bytes.
find_program(GIT git)
if(NOT GIT OR NOT EXISTS ${SOURCE}/.git)
    message(FATAL_ERROR "a source archive is made of what git knows, and ${SOURCE} is no folder of git")
endif()
set(git ${GIT} -C ${SOURCE} -c safe.directory=${SOURCE})
execute_process(COMMAND ${git} status --porcelain OUTPUT_VARIABLE changed COMMAND_ERROR_IS_FATAL ANY)
if(changed)
    message(NOTICE "left out of the archive, because it is not committed:\n${changed}")
endif()
set(archive ${FOLDER}/${NAME}.tar.gz)
execute_process(COMMAND ${git} -c "tar.tar.gz.command=gzip -9n" -c tar.umask=0022 archive --format=tar.gz --prefix=${NAME}/ -o ${archive} HEAD COMMAND_ERROR_IS_FATAL ANY)
message(STATUS "${archive}")
