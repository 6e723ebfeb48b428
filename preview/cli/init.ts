/** `miniprogram-phone init`: writes a config and a first test for the project's test runner. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { findConfig } from '../../simulator/config/find';
import { isReallyBelow } from '../../simulator/sources/inside';
import { parseObject } from '../../simulator/sources/json-file';
import { textOf as textOfFile, withSlashes } from '../../simulator/sources/text-file';
import { openProject } from '../vite/config';
import { listPages } from '../vite/config-plugin';
import { type Command, ROOT, textOf } from './options';

interface PackageJson {
  readonly type?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly jest?: object;
}

function packageOf(folder: string): PackageJson {
  const read = parseObject(textOfFile(join(folder, 'package.json')) ?? '');
  return 'value' in read ? read.value : {};
}

/** Lock file → command that adds development dependencies. */
const MANAGERS: readonly (readonly [lock: string, command: string])[] = [
  ['pnpm-lock.yaml', 'pnpm add -D'],
  ['yarn.lock', 'yarn add -D'],
  ['bun.lock', 'bun add -d'],
];

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

function configText(root: string, name: string, home: string): string {
  const where = root === '' ? '' : `  root: ${quoted(root)},\n`;
  return `import { HttpResponse, http } from 'msw';
import { defineConfig } from 'miniprogram-phone';

export default defineConfig({
${where}  title: ${quoted(name)},
  // What answers wx.request: https://mswjs.io/docs/http/intercepting-requests
  handlers: [http.get('https://api.example.com/*', () => HttpResponse.json({}))],
  scenes: {
    start: { title: '首页', page: ${quoted(home)} },
    down: {
      title: '服务器故障',
      page: ${quoted(home)},
      handlers: [http.all('*', () => HttpResponse.json({}, { status: 500 }))],
    },
  },
});
`;
}

const testText = (runner: Runner, home: string): string =>
  `${runner === 'vitest' ? "import { expect, test } from 'vitest';\n" : ''}import { launch } from 'miniprogram-phone';

test('the home page opens', async () => {
  const { stage } = await launch('start');
  expect(stage.page.route).toBe(${quoted(home)});
});
`;

type Runner = 'jest' | 'vitest';

const RUNNER_FILES: Readonly<Record<Runner, readonly string[]>> = {
  jest: ['jest.config.js', 'jest.config.ts', 'jest.config.mjs', 'jest.config.cjs', 'jest.config.json'],
  vitest: ['ts', 'mts', 'js', 'mjs'].flatMap((end) => [`vitest.config.${end}`, `vite.config.${end}`]),
};

/** The runner's config file with the package's preset or plugin, and the line to add to an existing file. */
const RUNNER_CONFIG: Readonly<Record<Runner, { file: string; text: string; line: string }>> = {
  jest: {
    file: 'jest.config.cjs',
    text: "module.exports = { preset: 'miniprogram-phone' };\n",
    line: "preset: 'miniprogram-phone'",
  },
  vitest: {
    file: 'vitest.config.mts',
    text: "import { miniprogram } from 'miniprogram-phone/vitest';\nimport { defineConfig } from 'vitest/config';\n\nexport default defineConfig({ plugins: [miniprogram()] });\n",
    line: "plugins: [miniprogram()], with import { miniprogram } from 'miniprogram-phone/vitest'",
  },
};

export const init: Command = {
  help: 'writes phone.config and a first test; prints what to install',
  flags: { root: ROOT },
  async run(values) {
    const folder = resolve(textOf(values, 'root') ?? '.');
    const { root, read } = await openProject({ root: folder });
    const own = packageOf(folder);
    const has = { ...own.dependencies, ...own.devDependencies };
    const runner: Runner = has.vitest === undefined ? 'jest' : 'vitest';
    const ending = has.typescript !== undefined || existsSync(join(folder, 'tsconfig.json')) ? 'ts' : 'js';
    const home = listPages(root)[0]?.route ?? '';
    const lines: string[] = [];
    const write = (file: string, text: string) => {
      const path = join(folder, file);
      if (existsSync(path)) {
        lines.push(`  kept     ${file}`);
        return;
      }
      mkdirSync(dirname(path), { recursive: true });
      if (!isReallyBelow(folder, dirname(path)))
        throw new Error(`${file}: its folder is a link out of the project`);
      writeFileSync(path, text);
      lines.push(`  written  ${file}`);
    };

    const config = findConfig(folder);
    if (config !== undefined) lines.push(`  kept     ${relative(folder, config)}`);
    else {
      // An ES module in a .js file works without "type": "module", because a bundler loads the config.
      const place = withSlashes(relative(folder, root));
      write(`phone.config.${ending}`, configText(place, read.list.title || '小程序', home));
    }
    write(`test/home.test.${ending}`, testText(runner, home));
    const { file, text, line } = RUNNER_CONFIG[runner];
    const existing = RUNNER_FILES[runner].find((name) => existsSync(join(folder, name)));
    if (existing === undefined && !(runner === 'jest' && own.jest)) write(file, text);
    else lines.push(`  add to   ${existing ?? 'package.json, "jest"'}: ${line}`);

    const missing = ['miniprogram-phone', 'msw', runner].filter((name) => has[name] === undefined);
    const [, add = 'npm i -D'] = MANAGERS.find(([lock]) => existsSync(join(folder, lock))) ?? [];
    if (missing.length > 0) lines.push('', `  ${add} ${missing.join(' ')}`);
    const test = `npx ${runner}${runner === 'vitest' ? ' run' : ''}`;
    lines.push('', `  ${test.padEnd(24)}the test`, `  ${'npx miniprogram-phone'.padEnd(24)}the preview`);
    console.log(`\n${lines.join('\n')}\n`);
    return undefined;
  },
};
