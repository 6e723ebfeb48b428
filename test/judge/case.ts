/** What the judge judges: a small WXML file, or a few, with data. */

/** A template of the corpus. */
export interface JudgedCase {
  readonly wxml: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Other files beside `a.wxml`. */
  readonly files: Readonly<Record<string, string>>;
  /** Where both stages differ from wcc on purpose, and why. */
  readonly differs?: {
    readonly how: 'refused' | 'accepted' | 'drawn otherwise' | 'drawn otherwise in the preview';
    readonly why: string;
  };
}

/** What stands in a corpus: the WXML alone, or with what differs from the usual. */
export type Row = string | (Partial<JudgedCase> & { readonly wxml: string });

/** The data of every case that brings none of its own. */
export const DATA: Readonly<Record<string, unknown>> = {
  a: 1,
  b: 'text',
  c: null,
  d: { x: 1, y: [2, { z: 'deep' }], k: 'v' },
  e: '',
  n: 0,
  t: true,
  f: false,
  s: 'abc',
  half: 2.5,
  minus: -3,
  list: [1, 2, 3],
  rows: [
    { id: 1, name: 'one' },
    { id: 2, name: 'two' },
  ],
  html: '<b>&lt;</b>',
  when: 'next\nline',
};

/** A corpus in full. */
export const casesOf = (rows: readonly Row[]): JudgedCase[] =>
  rows.map((row) => ({ data: DATA, files: {}, ...(typeof row === 'string' ? { wxml: row } : row) }));

/** Identifies a case in the recorded verdicts. */
export const keyOf = ({ wxml, data, files }: JudgedCase): string =>
  JSON.stringify([wxml, ...(data === DATA ? [] : [data]), ...(Object.keys(files).length > 0 ? [files] : [])]);

/** What a compiler says: where and why it refuses, or what is drawn. */
export type Verdict = { readonly refused: string } | { readonly tree: readonly TreeNode[] };

/** A drawn node: a text, or tag, attributes and children. */
export type TreeNode =
  | string
  | [tag: string, attributes: Readonly<Record<string, unknown>>, children: TreeNode[]];
