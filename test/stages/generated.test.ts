/**
 * Opens generated mini-programs on both stages and compares the results. `GENERATED=500 SEED=7 npx jest
 * test/stages/generated` plays others. `npm run soak:sources` compiles many more without opening them.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Files, program } from '../sources/generate';
import { RAW } from '../sources/raw-words';
import { writeFiles } from '../support/write-files';
import { headlessDriver } from './support/headless';
import { previewDriver } from './support/preview';
import { type Driver, RefusedError } from './support/stage';

const RUNS = Number(process.env.GENERATED ?? 20);
const SEED = Number(process.env.SEED ?? 1);
/** Time for one mini-program on a busy machine, ms. */
const LONG = 10_000;

const ROUTES = ['pages/a/a', 'pages/b/b'];
/** Tags of the generator that are components. */
const TAGS = new Set(['view', 'text', 'input', 'slot']);
const CASE = { title: '', source: 'generated', files: {} };

/** The result of a mini-program on one stage. */
interface Shown {
  /** Files that do not compile, each with its position; empty if it runs. */
  readonly refused: readonly string[];
  /** Text and elements of each page. */
  readonly pages: readonly (readonly string[])[];
  /** Exceptions and reports. */
  readonly messages: readonly string[];
}

/** Exparser renders an unknown tag as a view, the preview as a placeholder with the tag's name. */
const placeholderAsView = (line: string): string =>
  line.replace(/^(\s*)(\S+)/, (_, indent, tag) => indent + (TAGS.has(tag) ? tag : 'view'));

/** Opens each page in a separate process. */
async function shown(make: () => Driver | Promise<Driver>): Promise<Shown> {
  const refused: string[] = [];
  const pages: string[][] = [];
  const messages: string[] = [];
  for (const route of ROUTES) {
    let driver: Driver | undefined;
    try {
      driver = await make();
      await driver.open(route, {});
      pages.push([driver.text(), ...driver.tree().map(placeholderAsView)]);
      messages.push(...driver.errors, ...driver.reports);
    } catch (error) {
      const [first = ''] = (error as Error).message.split('\n');
      messages.push(first);
      refused.push(error instanceof RefusedError ? first : `${route}: ${first}`);
    } finally {
      driver?.close();
    }
  }
  return { refused, pages, messages };
}

/** The difference between the stages as text, or null. */
async function difference(files: Files): Promise<string | null> {
  const root = mkdtempSync(join(tmpdir(), 'generated-'));
  try {
    writeFiles(root, files);
    const headless = await shown(() => headlessDriver(CASE, root));
    const preview = await shown(() => previewDriver(CASE, root));
    const raw = [...headless.messages, ...preview.messages].find((line) =>
      RAW.test(line.replace(/^[^\n]*?:\d+:\d+: /, '')),
    );
    if (raw !== undefined) return `the words of an engine: ${raw}`;
    // Only the preview reads style sheets, and pages that app.json lists but that do not exist.
    if (/\.wxss:\d|does not exist$/.test(preview.refused[0] ?? '')) return null;
    if ((headless.refused.length === 0) !== (preview.refused.length === 0))
      return `headless: ${headless.refused[0] ?? 'runs'}\npreview: ${preview.refused[0] ?? 'runs'}`;
    if (headless.refused.length > 0 || JSON.stringify(headless.pages) === JSON.stringify(preview.pages))
      return null;
    return `headless: ${JSON.stringify(headless.pages)}\npreview:  ${JSON.stringify(preview.pages)}`;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

test(
  `${RUNS} generated mini-programs are refused by both stages, or look the same`,
  async () => {
    const different: string[] = [];
    for (const files of fc.sample(program, { seed: SEED, numRuns: RUNS })) {
      const found = await difference(files);
      if (found !== null) different.push(`${found}\n${JSON.stringify(files)}`);
    }
    expect(different).toEqual([]);
  },
  RUNS * LONG,
);
