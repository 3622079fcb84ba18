@echo off
rem The wangge command on Windows, and what a month's folder is dragged onto. Needs node.exe beside it, or node on PATH.
setlocal EnableExtensions DisableDelayedExpansion
set "node=%~dp0node.exe"
if not exist "%node%" set "node=node"
set "program=%~dp0wangge.js"
if not exist "%program%" set "program=%~dp0bin\wangge.js"
set "named=%~1"

rem Explorer starts cmd with the quoted name of this file and then what was dragged, quoted only where it has spaces: an
rem ampersand in a path would end the command. What was dragged is therefore taken from the command line itself, and only
rem by delayed expansion, whose result cmd reads no further.
setlocal EnableDelayedExpansion
set "line=!cmdcmdline!"
set "dragged=!line:*%~nx0" =!"
if not "!dragged!"=="!line!" goto started
if "!named:~1,2!"==":\" goto folder
if "!named:~0,2!"=="\\" goto folder

:command
endlocal
"%node%" "%program%" %*
exit /b %errorlevel%

:folder
endlocal
"%node%" "%program%" drop "%named%"
exit /b %errorlevel%

:started
set "dragged=!dragged:~0,-1!"
if not defined dragged goto drop
set "bare=!dragged:"=!"
if "!bare:~1,2!"==":\" goto drop
if "!bare:~0,2!"=="\\" goto drop
goto command

rem Ends cmd, not this file alone: the rest of a path cut in two would run next.
:drop
"!node!" "!program!" drop !dragged!
set "code=!errorlevel!"
pause
exit !code!
