/** The example of both READMEs runs exactly as printed. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { launch } from '../../package/index';

const exampleOf = (file: string) =>
  /```ts\n([\s\S]*?)```/.exec(readFileSync(path.resolve(__dirname, '../..', file), 'utf8'))?.[1] ?? '';

test('both languages show the same example', () => {
  expect(exampleOf('README.md')).toContain('expect(');
  expect(exampleOf('README.zh-CN.md')).toBe(exampleOf('README.md'));
});

test('the example runs', async () => {
  const body = `return (async () => {${exampleOf('README.md')}})();`;
  await new Function('launch', 'expect', body)(launch, expect);
  expect.assertions(1);
});
