@echo off
rem Starts Exemplar on Windows. Builds it on the first start; needs only a JDK 25 or newer.
setlocal enabledelayedexpansion
set "HERE=%~dp0"
if "%HERE:~-1%"=="\" set "HERE=%HERE:~0,-1%"

set "JDK="
if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined JDK for /f "delims=" %%J in ('where javac 2^>nul') do if not defined JDK call :try "%%~dpJ.."
for %%R in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%USERPROFILE%\.jdks") do (
  if not defined JDK if exist "%%~R" for /d %%D in ("%%~R\*") do if not defined JDK call :try "%%~D"
)
if not defined JDK (
  echo Exemplar needs a JDK 25 or newer and found none ^(looked at JAVA_HOME, the path and the usual folders^); install one, for example Temurin 25, or set JAVA_HOME to it. 1>&2
  exit /b 1
)

if not exist "%HERE%\target\exemplar.built" (
  echo Building Exemplar ^(first start^); this downloads its libraries once and takes a few minutes ... 1>&2
  pushd "%HERE%"
  set "JAVA_HOME=%JDK%"
  call mvnw.cmd -q -B -Dquick -Dmaven.test.skip=true -Dspotless.check.skip=true package 1>&2
  if errorlevel 1 ( popd & echo The build failed; the lines above say why ^(a first build needs a network^). 1>&2 & exit /b 1 )
  popd
  type nul > "%HERE%\target\exemplar.built"
)

for %%F in ("%HERE%\target\exemplar-*.jar") do set "JAR=%%~fF"
"%JDK%\bin\java" --module-path "%HERE%\target\lib\javafx" --add-modules javafx.controls --enable-native-access=javafx.graphics,ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dai.djl.offline=true -DOPT_OUT_TRACKING=true "-Dexemplar.root=%HERE%" -Dfile.encoding=UTF-8 %EXEMPLAR_JAVA_OPTIONS% -cp "%JAR%;%HERE%\target\lib\*" org.exemplar.Main %*
exit /b %errorlevel%

:try
if not exist "%~1\bin\javac.exe" exit /b
if not exist "%~1\release" exit /b
for /f "tokens=2 delims==" %%V in ('findstr /b JAVA_VERSION= "%~1\release"') do set "V=%%~V"
for /f "tokens=1 delims=." %%M in ("!V!") do if %%M geq 25 set "JDK=%~f1"
exit /b
