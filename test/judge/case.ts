/** A case for the compilers: one or a few small WXML files, with data. */

/** A template of the corpus. */
export interface JudgedCase {
  readonly wxml: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Other files beside `a.wxml`. */
  readonly files: Readonly<Record<string, string>>;
  /** Intended difference between the stages and wcc, with the reason. */
  readonly differs?: {
    readonly how: 'refused' | 'accepted' | 'drawn otherwise' | 'drawn otherwise in the preview';
    readonly why: string;
  };
}

/** A row of a corpus: WXML alone, or with other data, files or differences. */
export type Row = string | (Partial<JudgedCase> & { readonly wxml: string });

/** The default data of a case. */
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

/** Completes the rows of a corpus with the defaults. */
export const casesOf = (rows: readonly Row[]): JudgedCase[] =>
  rows.map((row) => ({ data: DATA, files: {}, ...(typeof row === 'string' ? { wxml: row } : row) }));

/** Key of a case in the recorded verdicts. */
export const keyOf = ({ wxml, data, files }: JudgedCase): string =>
  JSON.stringify([wxml, ...(data === DATA ? [] : [data]), ...(Object.keys(files).length > 0 ? [files] : [])]);

/** The result of a compiler: position and reason of a refusal, or the rendered tree. */
export type Verdict = { readonly refused: string } | { readonly tree: readonly TreeNode[] };

/** A rendered node: a text, or tag, attributes and children. */
export type TreeNode =
  | string
  | [tag: string, attributes: Readonly<Record<string, unknown>>, children: TreeNode[]];
