/** `node scripts/run.cjs COMMAND`: a command of this repository. Old syntax: an old Node has to understand it. */
require('../package/node-version.cjs');

import('tsx/esm/api').then((tsx) => {
  tsx.register();
  require('tsx/cjs/api').register();
  require('./commands.ts');
});
