/** `miniprogram-phone`: the package's command line. */
import { main } from '../preview/cli/main';
import { exitReadably } from '../preview/cli/program';

exitReadably(async () => {
  process.exitCode = await main(process.argv.slice(2));
});
