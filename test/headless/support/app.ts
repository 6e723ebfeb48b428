/** Writes small mini-programs for a test, and opens them on a stage with a test phone. */
import { rmSync } from 'node:fs';
import { createHeadless, type Stage } from '../../../simulator/headless';
import type { PhoneOptions } from '../../../simulator/types';
import { testPhone } from '../../simulator/support/phone';
import { temporaryFolder } from '../../support/temporary-folder';
import { writeFiles } from '../../support/write-files';

const folders: string[] = [];
const stages: Stage[] = [];

afterEach(() => {
  for (const stage of stages.splice(0)) stage.close();
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Writes files into a new folder. Returns the folder. Adds an `app.json` with every page unless it is given. */
export function writeApp(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder('mini-program-');
  folders.push(root);
  const pages = Object.keys(files)
    .filter((file) => file.startsWith('pages/') && file.endsWith('.wxml'))
    .map((file) => file.replace('.wxml', ''));
  const all = { 'app.json': JSON.stringify({ pages }), ...files };
  writeFiles(root, all);
  return root;
}

/** Creates a stage with a test phone. Closes it after the test. */
export function stageOf(root: string, options: Partial<PhoneOptions> = {}) {
  const test = testPhone(options);
  const reports: string[] = [];
  const stage = createHeadless({ root, phone: test.phone, report: (message) => reports.push(message) });
  stages.push(stage);
  return { ...test, stage, reports };
}

/** Writes a mini-program of one page: `wxml` is its template, `page` the content of `Page({…})`. Returns the folder. */
export const writePage = (
  wxml: string,
  page: string,
  { files = {}, json = '{}' }: { files?: Record<string, string>; json?: string } = {},
): string =>
  writeApp({
    'pages/one/one.wxml': wxml,
    'pages/one/one.js': `Page({${page}})`,
    'pages/one/one.json': json,
    ...files,
  });

/** Opens a mini-program of one page: see `writePage`. */
export async function openPage(
  wxml: string,
  page = '',
  {
    phone = {},
    ...rest
  }: {
    files?: Record<string, string>;
    phone?: Partial<PhoneOptions>;
    json?: string;
  } = {},
) {
  const run = stageOf(writePage(wxml, page, rest), phone);
  return { ...run, page: await run.stage.open('pages/one/one') };
}
