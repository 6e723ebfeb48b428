/** The commands of this repository: commands of the package, and commands that use the mock. */
import path from 'node:path';
import { readPort, startMockFrom } from '../mock-server/environment';
import { dev, servePreview } from '../preview/cli/dev';
import { PACKAGE, type Program, runProgram } from '../preview/cli/main';
import { type Command, portOf } from '../preview/cli/options';
import { DEFAULT_PREVIEW_PORT } from '../preview/vite/config';
import { serveBuilt } from '../preview/vite/static';
import { liveSite } from './live-site';

const previewPort = (): number => readPort(process.env, 'PREVIEW_PORT', DEFAULT_PREVIEW_PORT);

const MOCK_VARIABLES =
  'Environment: MOCK_PORT, MOCK_SCENARIO, MOCK_STORE, WX_APPID, WX_SECRET: docs/mock-server.md';

const start: Command = {
  help: 'the mock API and the preview, until Ctrl-C',
  flags: dev.flags,
  notes: `The environment variable PREVIEW_PORT sets --port.\n${MOCK_VARIABLES}`,
  async run(values) {
    const port = previewPort();
    const mock = await startMockFrom(process.env, (message) => console.error(message));
    try {
      const site = await liveSite((message) => console.error(message));
      try {
        await servePreview(values, { port, summary: mock.summary, site: site.folder });
      } finally {
        site.close();
      }
    } finally {
      await mock.close();
    }
    return undefined;
  },
};

const mock: Command = {
  help: 'the mock API alone',
  flags: {},
  notes: MOCK_VARIABLES,
  async run() {
    await import('../mock-server/main');
    return undefined;
  },
};

const preview: Command = {
  help: 'serves dist/preview, as any static host would',
  flags: dev.flags.port ? { port: dev.flags.port } : {},
  notes: 'The environment variable PREVIEW_PORT sets --port.',
  async run(values) {
    const { url } = await serveBuilt(
      path.resolve(__dirname, '../dist/preview'),
      portOf(values, previewPort()),
    );
    console.log(`\n  Preview (static)   ${url}\n`);
    return undefined;
  },
};

const { build, shots, scenes } = PACKAGE.commands as Record<'build' | 'shots' | 'scenes', Command>;

/** The scripts of package.json that are separate programs, with their help. */
const OTHERS = {
  'npm test': 'types, lint and all tests',
  'npm run check': 'types and lint alone',
  'npm run format': 'formats the sources',
  'npm run build': 'dist/: the mini-program, both npm packages, the preview, the site',
  'npm run watch': 'dist/miniprogram, kept up to date',
  'npm run test:package': 'the package, installed into projects of its own',
  'npm run test:es5': 'all laws and flows with the mini-program as old phones run it',
  'npm run test:vitest': 'the headless tests in Vitest',
  'npm run bench': 'benchmarks, compared with other packages',
  'npm run soak --': 'random histories of the login',
  'npm run soak:http --': 'generated requests against the mock',
  'npm run soak:sources --': 'generated mini-programs for both stages and the build',
  'npm run faults --': 'every fault at every step, into docs/faults.md',
  'npm run breakages --': 'breaks the sources on purpose and runs the tests',
};

const REPOSITORY: Program = {
  commands: { start, mock, 'preview:build': build, 'preview:static': preview, shots, scenes },
  typed: (command) => (command === 'start' ? 'npm start --' : `npm run ${command} --`),
  others: OTHERS,
};

runProgram(REPOSITORY, process.argv.slice(2));
