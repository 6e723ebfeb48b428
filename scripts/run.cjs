/**
 * `node scripts/run.cjs COMMAND`: runs a command of this repository. Written in old syntax, because an old Node must be
 * able to parse it.
 */
require('../package/node-version.cjs');

import('tsx/esm/api').then((tsx) => {
  tsx.register();
  require('tsx/cjs/api').register();
  require('./commands.ts');
});
