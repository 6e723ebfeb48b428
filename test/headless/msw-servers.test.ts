/**
 * An MSW server that a test file does not close ends with that file: runs Jest with the preset in a separate folder.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const REPOSITORY = path.resolve(__dirname, '../..');
const REQUEST = "fetch('https://leak.example/x')";

/** Jest runs the larger file first, so this file must be the larger one. */
const LEAKS = `
const { http, HttpResponse } = require('msw');
const { setupServer, SetupServerApi } = require('msw/node');
const handler = http.get('https://leak.example/x', () => HttpResponse.json({ leaked: true }));
test('listens, and never closes', async () => {
  expect(setupServer).toBe(require('msw/node').setupServer);
  setupServer(handler).listen();
  new SetupServerApi([handler]).listen();
  expect(await (await ${REQUEST}).json()).toEqual({ leaked: true });
});
`;
const NEXT = `test('meets no mock', () => expect(${REQUEST}).rejects.toThrow());`;

let folder = '';
beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'msw-servers-')));
  symlinkSync(path.join(REPOSITORY, 'node_modules'), path.join(folder, 'node_modules'), 'dir');
  writeFileSync(path.join(folder, 'leaks.test.js'), LEAKS);
  writeFileSync(path.join(folder, 'next.test.js'), NEXT);
  const preset = path.join(REPOSITORY, 'simulator/jest/preset.cjs');
  writeFileSync(
    path.join(folder, 'jest.config.js'),
    `module.exports = { ...require(${JSON.stringify(preset)}), testMatch: ['**/*.test.js'] };`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('an unclosed server of one file does not answer requests of the next file', async () => {
  const jest = path.join(REPOSITORY, 'node_modules/jest/bin/jest.js');
  const output = await new Promise<string>((resolve) => {
    const run = ['--runInBand', '--rootDir', folder, '--cacheDirectory', path.join(folder, 'cache')];
    execFile(process.execPath, [jest, ...run], { cwd: folder }, (_error, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
  expect(output).toContain('Tests:       2 passed, 2 total');
}, 120_000);
