/** A mini-program of a few files in a temporary folder. */
import { rmSync } from 'node:fs';
import { temporaryFolder } from './temporary-folder';
import { writeFiles } from './write-files';

/** A mini-program on disk. */
export interface ProgramFolder {
  readonly root: string;
  /** Writes files, like an editor's save. */
  write(files: Readonly<Record<string, string>>): void;
  remove(): void;
}

/** The four files of a page at `pages/NAME/NAME`. The default script is `Page({})`. */
export const pageFiles = (
  name: string,
  {
    wxml = '',
    wxss = '',
    js = 'Page({})',
    json = '{}',
  }: Partial<Record<'wxml' | 'wxss' | 'js' | 'json', string>>,
): Record<string, string> => {
  const file = `pages/${name}/${name}`;
  return { [`${file}.wxml`]: wxml, [`${file}.wxss`]: wxss, [`${file}.js`]: js, [`${file}.json`]: json };
};

/** Creates the folder. Remove it in `afterAll`. */
export function programFolder(files: Readonly<Record<string, string>>): ProgramFolder {
  const root = temporaryFolder('program-');
  const write: ProgramFolder['write'] = (next) => writeFiles(root, next);
  write({ 'app.js': 'App({})', ...files });
  return { root, write, remove: () => rmSync(root, { recursive: true, force: true }) };
}
