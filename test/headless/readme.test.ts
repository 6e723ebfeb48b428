/** The example of simulator/README.md works. The test contains the same lines. */
import { readFileSync } from 'node:fs';
import { createHeadless } from '../../package/headless';
import { createPhone, createVirtualClock } from '../../package/index';
import { createWechat, testAccounts } from '../../package/wechat';

it('shows who has agreed', async () => {
  const clock = createVirtualClock();
  const accounts = testAccounts('https://images.test');
  const wechat = createWechat({ clock, accounts, appid: 'wx0000', secret: 'secret' });
  const phone = createPhone({ wechat, fetch, account: 'lin', era: 'profile', clock });
  const stage = createHeadless({ root: 'test/fixtures/apps/visitor', phone });
  const page = await stage.open('pages/home/home', { from: 'share' });
  await page.tap({ text: '获取资料' });
  phone.screen.get('authorize').allow();
  await stage.settle();
  expect(page.has('你好，林小满')).toBe(true);
  stage.close();
});

it('is the example of the README', () => {
  const readme = readFileSync('simulator/README.md', 'utf8');
  const example = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const here = readFileSync('test/headless/readme.test.ts', 'utf8')
    .replaceAll("'../../package/index'", "'miniprogram-phone'")
    .replaceAll("'../../package/", "'miniprogram-phone/")
    .replace('test/fixtures/apps/visitor', 'path/to/your/miniprogram');
  expect(example).not.toBe('');
  for (const line of example.split('\n')) expect(here).toContain(line);
});

it('names every member of stage, page and element', () => {
  const readme = readFileSync('simulator/README.md', 'utf8');
  const membersOf = (file: string, name: string) => {
    const source = readFileSync(`simulator/headless/${file}.ts`, 'utf8');
    const body = new RegExp(`export interface ${name} {\\n([\\s\\S]*?)\\n}`).exec(source)?.[1] ?? '';
    return [...body.matchAll(/^ {2}(?:readonly )?(\w+)\??[:(]/gm)].map(([, member]) => member ?? '');
  };
  const all = [
    ...membersOf('stage-types', 'HeadlessOptions'),
    ...membersOf('stage-types', 'Stage'),
    ...membersOf('page', 'PageHandle'),
    ...membersOf('page', 'ElementHandle'),
  ];
  expect(all.length).toBeGreaterThan(40);
  expect(all.filter((member) => !new RegExp(`\\b${member}\\b`).test(readme))).toEqual([]);
});
