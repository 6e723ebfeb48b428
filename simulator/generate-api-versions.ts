/**
 * Writes `generated/api-versions.json`: every API of the official typings with the base-library version that it needs.
 * Run it after an update of `miniprogram-api-typings`: `npx tsx simulator/generate-api-versions.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const HERE = __dirname;

/** The text of the typings file that declares `wx`. */
export function readTypings(): string {
  const found = createRequire(join(HERE, 'x.js')).resolve('miniprogram-api-typings/package.json');
  return readFileSync(join(dirname(found), 'types/wx/lib.wx.api.d.ts'), 'utf8');
}

/**
 * The members of `interface Wx`: name → version, `0.0.0` where the documentation names none.
 * @throws Error when the file has no such interface.
 */
export function extractApiVersions(typings: string): Record<string, string> {
  const body = /\n {4}interface Wx \{\n([\s\S]*?)\n {4}(?:interface|type) /.exec(typings)?.[1];
  if (body === undefined) throw new Error('lib.wx.api.d.ts declares no `interface Wx`.');
  const versions: Record<string, string> = {};
  // A member: its documentation, then eight spaces and its name.
  for (const [, doc = '', name = ''] of body.matchAll(
    /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n {8}(?:readonly )?(\w+)[<(:?]/g,
  )) {
    const since = /^[\s*]*需要基础库： `(\d+(?:\.\d+)+)`/m.exec(doc)?.[1];
    versions[name] = since ?? '0.0.0';
  }
  return Object.fromEntries(Object.entries(versions).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The file as it must be: checked by a test, written by this script. */
export function apiVersionsFile(): string {
  return `${JSON.stringify(extractApiVersions(readTypings()), null, 1)}\n`;
}

if (process.argv[1] === __filename) {
  writeFileSync(join(HERE, 'generated/api-versions.json'), apiVersionsFile());
}
