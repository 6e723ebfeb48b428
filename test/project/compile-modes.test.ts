/** project.config.json: WeChat DevTools opens this folder and offers one compile mode per scenario. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { scenarios } from '../../mock-server/scenarios';

const root = path.resolve(__dirname, '../..');
const json = (file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const project = json('project.config.json');

interface CompileMode {
  name: string;
  pathName: string;
  query: string;
}
const modes: CompileMode[] = project.condition.miniprogram.list;

test.each(scenarios.map((scenario) => [scenario.id, scenario] as const))(
  '%s has its compile mode',
  (id, scenario) => {
    const found = modes.filter(({ query }) => new URLSearchParams(query).get('mock') === id);
    expect(found).toHaveLength(1);
    expect(found[0]?.name).toContain(id);
    expect(found[0]?.name).toContain(scenario.title.zh);
  },
);

test('every compile mode names a scenario and a page that exist', () => {
  const { pages } = json('miniprogram/app.json');
  for (const mode of modes) {
    expect(pages).toContain(mode.pathName);
    expect(scenarios.map(({ id }) => id)).toContain(new URLSearchParams(mode.query).get('mock'));
  }
  expect(modes).toHaveLength(scenarios.length);
});

test('the project opens without an account, a build step or a URL check', () => {
  expect(project).toMatchObject({
    compileType: 'miniprogram',
    appid: 'touristappid',
    miniprogramRoot: 'miniprogram/',
    srcMiniprogramRoot: 'miniprogram/',
    setting: { useCompilerPlugins: ['typescript'], urlCheck: false },
  });
  expect(project.libVersion).toMatch(/^3\.\d+\.\d+$/);
});
