/**
 * Writes `generated/api-versions.json` and `generated/api-fields.json` from the official typings: the base-library
 * version of every member of `wx`, of its parameters, results and their values. Run it after an update of
 * `miniprogram-api-typings`: `npx tsx simulator/generate/api.ts`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Member, parseTypings, readTypings, type Typings } from './typings';

/**
 * File name in `simulator/generated/` → its content. This script writes the files; a test checks that they are up to
 * date.
 */
export function generatedFiles(text = readTypings()): Readonly<Record<string, string>> {
  const typings = parseTypings(text);
  const wx = typings.interfaces.get('Wx');
  if (wx === undefined) throw new Error('lib.wx.api.d.ts declares no `interface Wx`.');
  return {
    'api-versions.json': toJson(Object.fromEntries(wx.map(({ name, since }) => [name, since]))),
    'api-fields.json': toJson(fieldsOf(typings, wx)),
  };
}

/**
 * For each API, the names of its parameter, result, callback and return types. `types` contains the fields of each
 * type, separated by spaces: `name`, `name@since`, `name=value,value` (the possible values) or `name:Type` (the type of
 * an inner object).
 */
interface ApiFields {
  readonly apis: Record<string, Partial<Record<'object' | 'success' | 'callback' | 'return', string>>>;
  readonly types: Record<string, string>;
}

function fieldsOf(typings: Typings, wx: readonly Member[]): ApiFields {
  const { interfaces, callbacks } = typings;
  const types: Record<string, string> = {};
  /** Adds the type, and the types of its fields, to `types`. */
  const keep = (name: string | undefined): string | undefined => {
    const members = name === undefined ? undefined : interfaces.get(name);
    if (name === undefined || members === undefined || members.length === 0) return undefined;
    if (!(name in types)) {
      types[name] = '';
      types[name] = members
        .filter((member) => !(name.endsWith('Option') && ANSWERS.has(member.name)))
        .map(fieldOf)
        .join(' ');
    }
    return name;
  };
  const fieldOf = ({ name, since, type }: Member): string => {
    const version = since === '0.0.0' ? '' : `@${since}`;
    const values = [...type.matchAll(/'([\w.-]+)'/g)].map(([, value]) => value);
    if (values.length > 0) return `${name}${version}=${values.join(',')}`;
    const inner = /^\??: (\w+)(?:\[\])?$/.exec(type)?.[1];
    return inner !== undefined && keep(inner) !== undefined
      ? `${name}${version}:${inner}`
      : `${name}${version}`;
  };
  const memberType = (owner: string, name: string) =>
    /(\w+)/.exec(interfaces.get(owner)?.find((member) => member.name === name)?.type ?? '')?.[1];

  const apis: ApiFields['apis'] = {};
  for (const { name, type } of wx) {
    const option = /\b(\w+Option)\b/.exec(type)?.[1];
    const success = option === undefined ? undefined : callbacks.get(memberType(option, 'success') ?? '');
    const listener = /\b(?:listener|callback): (\w+)/.exec(type)?.[1];
    const found = {
      object: keep(option),
      success: keep(success),
      callback: keep(callbacks.get(listener ?? '')),
      return: keep(/\): (\w+)(?:<[^()]*>)?$/.exec(type)?.[1]),
    };
    const known = Object.entries(found).filter(([, one]) => one !== undefined);
    if (known.length > 0) apis[name] = Object.fromEntries(known);
  }
  return { apis: sorted(apis), types: sorted(types) };
}

/** Callbacks are not counted as parameters. */
const ANSWERS: ReadonlySet<string> = new Set(['success', 'fail', 'complete']);

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function toJson(value: object): string {
  return `${JSON.stringify('apis' in value ? value : sorted(value as Record<string, unknown>), null, 1)}\n`;
}

if (process.argv[1] === __filename) {
  for (const [name, text] of Object.entries(generatedFiles())) {
    writeFileSync(join(__dirname, '../generated', name), text);
  }
}
