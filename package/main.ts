/** `miniprogram-phone`: the package's command line. */
import { PACKAGE, runProgram } from '../preview/cli/main';

runProgram(PACKAGE, process.argv.slice(2));
