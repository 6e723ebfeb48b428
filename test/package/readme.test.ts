/** The README's example, in both languages, runs as it is printed. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type NodeMock, startNodeMock } from '../../mock-server/node';
import { createPhone } from '../../simulator';
import { createHeadless, type Stage } from '../../simulator/headless';

const exampleOf = (file: string) =>
  /```ts\n([\s\S]*?)```/.exec(readFileSync(path.resolve(__dirname, '../..', file), 'utf8'))?.[1] ?? '';

test('both languages show the same example', () => {
  expect(exampleOf('README.md')).toContain('expect(');
  expect(exampleOf('README.zh-CN.md')).toBe(exampleOf('README.md'));
});

test('the example runs', async () => {
  const opened: { mock?: NodeMock; stage?: Stage } = {};
  const names = {
    startNodeMock: async (options: { scenario: string }) => {
      opened.mock = await startNodeMock(options);
      return opened.mock;
    },
    createHeadless: (options: Parameters<typeof createHeadless>[0]) => {
      opened.stage = createHeadless(options);
      return opened.stage;
    },
    createPhone,
    fetch: (url: string, init: RequestInit) => globalThis.fetch(url, init),
    expect,
  };
  const body = `return (async () => {${exampleOf('README.md')}})();`;
  try {
    await new Function(...Object.keys(names), body)(...Object.values(names));
    expect(opened.stage?.page.has('林小满')).toBe(true);
  } finally {
    opened.stage?.close();
    await opened.mock?.close();
  }
  expect.assertions(2);
});
