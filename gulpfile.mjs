/**
 * The build, as a table with one row for each kind of file that ships to WeChat.
 *
 * gulp build: dist/miniprogram (ready for upload), dist/npm (the login as npm package), dist/package (the phone as npm
 * package), dist/preview (static site) and dist/site (the documents, with the preview)
 * gulp watch: dist/miniprogram, not minified, updated after each change
 *
 * The build never writes a file beside a source: WeChat DevTools compiles the `.ts` files itself, and would use a `.js`
 * beside one instead.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { transform as css } from 'esbuild';
import gulp from 'gulp';
import { rolldown } from 'rolldown';

// gulp ignores options that it does not know. These are its own.
const OWN = /^(--(cwd|gulpfile|silent|series|continue|color|no-color|log-level)\b|-[fSL])/;
const option = process.argv.slice(3).find((word) => word.startsWith('-') && !OWN.test(word));
if (/gulp(\.js)?$/.test(process.argv[1] ?? '') && option !== undefined) {
  console.error(`\n  Unknown option '${option}'. \`npm run build\` and \`npm run watch\` have no options.\n`);
  process.exit(1);
}

const SOURCE = 'miniprogram';
const OUT = 'dist/miniprogram';

/** The oldest supported base library runs ES2018 (2.9, on all platforms). */
const TARGET = 'es2018';

const DIRECTIVE = '"use strict";';

/** Converts each source to one CommonJS script, for `watch` and the npm package. WeChat's loader is CommonJS. */
async function toJs(text, { path }) {
  // Loaded here, because the build that ships does not need it.
  const { transform: swc } = await import('@swc/core');
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
  // A file of types only produces no script.
  return code.replace(/\/\*[\s\S]*?\*\//g, '').trim() === DIRECTIVE ? null : code;
}

/**
 * Bundles the scripts that ship: one for each `.json` that needs a script, and `shared.js` with the code that several
 * of them use. Sixty small modules would be 7 KB larger, because each names its imports and exports.
 */
async function scripts() {
  const files = await readdir(SOURCE, { recursive: true });
  const entries = files.filter(
    (file) =>
      file.endsWith('.ts') && files.includes(file.replace(/\.ts$/, '.json')) && !file.startsWith(NPM_ONLY),
  );
  if (entries.length === 0) return;
  try {
    const bundle = await rolldown({
      input: Object.fromEntries(entries.map((file) => [file.slice(0, -3), path.resolve(SOURCE, file)])),
      transform: { target: TARGET, assumptions: { setPublicClassFields: true } },
      platform: 'neutral',
    });
    await bundle.write({
      dir: OUT,
      format: 'cjs',
      strict: true,
      minify: true,
      externalLiveBindings: false,
      esModule: false,
      generatedCode: { symbols: false },
      entryFileNames: '[name].js',
      chunkFileNames: '[name].js',
      codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] },
    });
  } catch (error) {
    const [first] = error.errors ?? [];
    if (!first?.id) throw error;
    throw mistake(path.relative(SOURCE, first.id), stripVTControlCharacters(first.message));
  }
}

/** Removes comments and white space. Rules and strings stay the same. */
async function toWxss(text, { minify, path }) {
  if (!minify) return text;
  const { code } = await css(text, { loader: 'css', minifyWhitespace: true, sourcefile: path });
  return code.trim();
}

/** Removes comments, and line breaks between tags, which WeChat ignores too. Texts and attributes stay the same. */
const toWxml = (text, { minify }) =>
  minify
    ? text
        .replace(/<!--[\s\S]*?-->/g, '')
        .replace(/>\s*\n\s*</g, '><')
        .trim()
    : text;
const toJson = (text, { minify }) => JSON.stringify(JSON.parse(text), null, minify ? 0 : 2);

/** One row for each kind of file: its extensions, the conversion, and the new extension. */
const rows = [
  { endings: ['.ts'], convert: toJs, ending: '.js' },
  { endings: ['.wxml'], convert: toWxml },
  { endings: ['.wxss'], convert: toWxss },
  { endings: ['.json'], convert: toJson },
  { endings: ['.wxs'], convert: (text) => text },
  { endings: ['.png', '.jpg', '.jpeg', '.gif', '.svg', '.webp'] },
];
/** For users of the npm package only. No page of this app uses it, so the upload omits it. */
const NPM_ONLY = 'components/user-gate';
const rowOf = (file) => rows.find((row) => row.endings.includes(file.extname));
const FILES = [`**/*{${rows.flatMap((row) => row.endings).join(',')}}`, '!**/*.d.ts'];

/** An error in a source. gulp prints the stack, which is not useful here, so it is the message. */
function mistake(file, reason) {
  const error = new Error(`${SOURCE}/${file}: ${reason.trim()}`);
  error.stack = error.message;
  return error;
}

/** Converts a file. null: it produces no output. An error contains the name of the file. */
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
    // swc adds its own stack to the message.
    const [reason] = error.message.split(/\n\s*(?:Caused by|Stack backtrace):/);
    throw mistake(file.relative, reason);
  }
}

/** A stream that converts files in parallel: swc has its own threads. */
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

/** A task that converts all files, or those that have changed since its last run. */
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

/** Settings for opening `dist/` in DevTools: those of the project, without compilation. */
async function project() {
  const settings = JSON.parse(await readFile('project.config.json', 'utf8'));
  // The files in dist are already JavaScript of ES2018.
  const compiled = { useCompilerPlugins: false, es6: false, enhance: false, minified: false };
  settings.setting = { ...settings.setting, ...compiled };
  await mkdir('dist', { recursive: true });
  await writeFile('dist/project.config.json', `${JSON.stringify(settings, null, 2)}\n`);
}

const PACKAGE = 'dist/npm';
const PARTS = ['auth', 'services', 'components'];

/** Writes the declarations beside the scripts, for TypeScript projects. */
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

/** Writes `package.json` and the entry of the npm package. DevTools reads the folder in the field `miniprogram`. */
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

/** Runs a program in a separate process. If it fails, its last line contains the reason. */
function program(name, ...args) {
  const run = async () => {
    const child = spawn(process.execPath, args, { stdio: 'inherit' });
    const [code] = await once(child, 'exit');
    // Stop here: later steps must not use an incomplete build, and the exit code must not be 0.
    if (code !== 0) process.exit(code ?? 1);
  };
  run.displayName = name;
  return run;
}

export const buildMiniprogram = miniprogram(
  gulp.parallel(scripts, convert({ minify: true, files: [...FILES, '!**/*.ts', `!${NPM_ONLY}/**`] })),
);
export const buildPreview = program('preview', 'scripts/run.cjs', 'preview:build');
export const buildSite = program('site', '--import', 'tsx', 'scripts/build-site.ts');
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
export const build = gulp.series(buildMiniprogram, buildPackage, buildPhone, buildPreview, buildSite);
export default build;
