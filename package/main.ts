/** Runs the package's commands: `miniprogram-phone`. */
import { PACKAGE, runProgram } from '../preview/cli/main';

runProgram(PACKAGE, process.argv.slice(2));
