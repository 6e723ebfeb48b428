/**
 * The build, as a table: one row for each kind of file that ships to WeChat.
 *
 *   gulp build   dist/miniprogram (upload-ready), dist/npm (the login as npm package), dist/package (the phone as npm
 *                package) and dist/preview (static site)
 *   gulp watch   dist/miniprogram, unminified, kept up to date
 *
 * Nothing is ever written beside a source: WeChat DevTools compiles the `.ts` files itself, and a `.js` beside
 * one would win over it.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { minify as squeeze, transform as swc } from '@swc/core';
import { transform as css } from 'esbuild';
import gulp from 'gulp';

const SOURCE = 'miniprogram';
const OUT = 'dist/miniprogram';

/** What the oldest base library that we support can run (2.9 runs ES2018 natively on all platforms). */
const TARGET = 'es2018';

/** Names and repetitions go. No code reads the `length` of our functions, and our getters have no effects. */
const SQUEEZE = {
  compress: { pure_getters: true, keep_fargs: false, hoist_funs: true },
  mangle: { toplevel: true },
  ecma: 2018,
};

const DIRECTIVE = '"use strict";';

/** What swc writes around a module's exports, so that an exported `let` can change: we have none. */
const GETTERS =
  /function _export\(target, all\) \{[\s\S]*?\n\}\n_export\(exports, (\{[\s\S]*?\n\})\);\n|Object\.defineProperty\(exports, "(\w+)", \{\s*enumerable: true,\s*get: function\(\) \{\s*return ([\w.]+);\s*\}\s*\}\);\n/;

/** Exports by assignment, and plain calls of what is imported: with many small modules the difference counts. */
function lighten(code) {
  let names = [];
  const rest = code.replace(GETTERS, (_all, list, name, local) => {
    names = list ? [...list.matchAll(/get (\w+) ?\(\) \{\s*return ([\w.]+);/g)] : [[null, name, local]];
    return '';
  });
  const exported = names.map(([, name, local]) => `${name}: ${local}`).join(', ');
  const plain = rest.replace(/\(0, (_\w+\.\w+)\)\(/g, '$1(');
  return exported === '' ? plain : `${plain}\nmodule.exports = { ${exported} };\n`;
}

/** WeChat's loader is CommonJS. swc writes less around a module than esbuild does. */
async function toJs(text, { minify, path }) {
  const { code } = await swc(text, {
    filename: path,
    configFile: false,
    swcrc: false,
    module: { type: 'commonjs', noInterop: true, ignoreDynamic: true },
    jsc: {
      target: TARGET,
      parser: { syntax: 'typescript' },
      transform: { useDefineForClassFields: false },
      assumptions: { setPublicClassFields: true },
    },
  });
  // A file of types leaves nothing to ship.
  if (code.replace(/\/\*[\s\S]*?\*\//g, '').trim() === DIRECTIVE) return null;
  const light = lighten(code);
  if (!minify) return light;
  // The minifier moves functions in front of the directive, where it would be an empty phrase.
  const { code: squeezed } = await squeeze(light.replace(DIRECTIVE, ''), SQUEEZE);
  return DIRECTIVE + squeezed;
}

/** Comments and white space go; no rule and no string changes. */
async function toWxss(text, { minify, path }) {
  if (!minify) return text;
  const { code } = await css(text, { loader: 'css', minifyWhitespace: true, sourcefile: path });
  return code.trim();
}

/** Comments go, and line breaks between tags, which WeChat drops as well; texts and attributes stay as they are. */
const toWxml = (text, { minify }) =>
  minify
    ? text
        .replace(/<!--[\s\S]*?-->/g, '')
        .replace(/>\s*\n\s*</g, '><')
        .trim()
    : text;
const toJson = (text, { minify }) => JSON.stringify(JSON.parse(text), null, minify ? 0 : 2);

/** One row a kind of file: its endings, what becomes of its text, and the ending that it gets. */
const rows = [
  { endings: ['.ts'], convert: toJs, ending: '.js' },
  { endings: ['.wxml'], convert: toWxml },
  { endings: ['.wxss'], convert: toWxss },
  { endings: ['.json'], convert: toJson },
  { endings: ['.wxs'], convert: (text) => text },
  { endings: ['.png', '.jpg', '.jpeg', '.gif', '.svg', '.webp'] },
];
const rowOf = (file) => rows.find((row) => row.endings.includes(file.extname));
const FILES = [`**/*{${rows.flatMap((row) => row.endings).join(',')}}`, '!**/*.d.ts'];

/** The file with its text converted; null when nothing of it is left to ship. A mistake is reported with the file's name. */
async function converted(file, minify) {
  const { convert, ending } = rowOf(file);
  if (!convert) return file;
  try {
    const text = await convert(file.contents.toString('utf8'), { minify, path: file.relative });
    if (text === null) return null;
    file.contents = Buffer.from(text);
    if (ending) file.extname = ending;
    return file;
  } catch (error) {
    // swc adds where in itself it noticed.
    const [reason] = error.message.split(/\n\s*(?:Caused by|Stack backtrace):/);
    const failure = new Error(`${SOURCE}/${file.relative}: ${reason.trim()}`);
    // gulp prints the stack: a mistake in a source has none.
    failure.stack = failure.message;
    throw failure;
  }
}

/** A stream that converts files, all at the same time: swc works in threads of its own. */
function converting(minify) {
  const begun = [];
  return new Transform({
    objectMode: true,
    transform(file, _encoding, done) {
      begun.push(converted(file, minify));
      done();
    },
    async flush(done) {
      try {
        for (const file of await Promise.all(begun)) if (file !== null) this.push(file);
        done();
      } catch (error) {
        done(error);
      }
    },
  });
}

/** The task that converts all files, or those that have changed since the last time. */
function convert({ minify, since, files = FILES, out = OUT }) {
  const run = () =>
    new Promise((resolve, reject) => {
      gulp
        .src(files, {
          cwd: SOURCE,
          base: SOURCE,
          encoding: false,
          ...(since ? { since: gulp.lastRun(run) } : {}),
        })
        .on('error', reject)
        .pipe(converting(minify))
        .on('error', reject)
        .pipe(gulp.dest(out))
        .on('error', reject)
        .on('finish', resolve);
    });
  run.displayName = 'miniprogram';
  return run;
}

const clean = () => rm(OUT, { recursive: true, force: true });

/** DevTools opens `dist/` as a project too: the same settings, less the TypeScript plugin. */
async function project() {
  const settings = JSON.parse(await readFile('project.config.json', 'utf8'));
  // What is in dist is JavaScript of ES2018 already, and small.
  const compiled = { useCompilerPlugins: false, es6: false, enhance: false, minified: false };
  settings.setting = { ...settings.setting, ...compiled };
  await mkdir('dist', { recursive: true });
  await writeFile('dist/project.config.json', `${JSON.stringify(settings, null, 2)}\n`);
}

const PACKAGE = 'dist/npm';
const PARTS = ['auth', 'services', 'components'];

/** The declarations beside the scripts, for those who write TypeScript. */
async function declarations() {
  const out = `${PACKAGE}/miniprogram_dist`;
  const tsc = 'node_modules/typescript/bin/tsc';
  const options = ['--declaration', '--emitDeclarationOnly', '--outDir', out, '--rootDir', SOURCE];
  const child = spawn(process.execPath, [tsc, '-p', 'tsconfig.package.json', ...options], {
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('The declarations of the npm package could not be written.');
}

/** `package.json` and the entry of the npm package; DevTools takes the folder that `miniprogram` names. */
async function manifest() {
  const { version, description, license, devDependencies } = JSON.parse(
    await readFile('package.json', 'utf8'),
  );
  const typings = devDependencies['miniprogram-api-typings'];
  await mkdir(`${PACKAGE}/miniprogram_dist`, { recursive: true });
  const entry = {
    name: 'miniprogram-wechat-login',
    version,
    description,
    license,
    main: 'miniprogram_dist/index.js',
    types: 'miniprogram_dist/index.d.ts',
    miniprogram: 'miniprogram_dist',
    files: ['miniprogram_dist'],
    peerDependencies: { 'miniprogram-api-typings': `>=${typings}` },
    peerDependenciesMeta: { 'miniprogram-api-typings': { optional: true } },
  };
  await writeFile(`${PACKAGE}/package.json`, `${JSON.stringify(entry, null, 2)}\n`);
  await writeFile(`${PACKAGE}/miniprogram_dist/index.js`, "module.exports = require('./auth/public');\n");
  await writeFile(`${PACKAGE}/miniprogram_dist/index.d.ts`, "export * from './auth/public';\n");
}

const parts = convert({
  minify: false,
  files: PARTS.map((part) => `${part}/**/*{.ts,.wxml,.wxss,.json}`),
  out: `${PACKAGE}/miniprogram_dist`,
});

const miniprogram = (converting) => gulp.series(clean, gulp.parallel(project, converting));

/** Runs a program of ours in a process of its own; its own last line says what was wrong. */
function program(name, ...args) {
  const run = async () => {
    const child = spawn(process.execPath, args, { stdio: 'inherit' });
    const [code] = await once(child, 'exit');
    process.exitCode = code ?? 0;
  };
  run.displayName = name;
  return run;
}

export const buildMiniprogram = miniprogram(convert({ minify: true }));
export const buildPreview = program('preview', 'scripts/run.cjs', 'preview:build');
export const buildPhone = program('phone', '--import', 'tsx', 'scripts/build-package.ts');
const refresh = convert({ minify: false, since: true });
export const watch = gulp.series(miniprogram(refresh), function watching() {
  gulp.watch(FILES, { cwd: SOURCE }, refresh);
});
/** The login as an npm package for mini-programs. */
export const buildPackage = gulp.series(
  () => rm(PACKAGE, { recursive: true, force: true }),
  gulp.parallel(manifest, parts, declarations),
);
export const build = gulp.series(buildMiniprogram, buildPackage, buildPhone, buildPreview);
export default build;
