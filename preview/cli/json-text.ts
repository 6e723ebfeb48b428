/** Replaces one value in a JSON text and keeps the rest of the text unchanged. */

const TOKEN = /"(?:\\.|[^"\\])*"|[{}[\],:]|[^\s{}[\],:"]+/g;

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Offsets of the value at a path of keys; undefined if there is none. The text must be valid JSON. */
function rangeOf(text: string, path: readonly string[]): Range | undefined {
  const keys: (string | undefined)[] = [];
  let start: number | undefined;
  let depth = 0;
  let before = '';
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const isAt = keys.length === path.length && path.every((key, place) => keys[place] === key);
    if (isAt && start === undefined && token !== ':' && before === ':') {
      start = index;
      depth = keys.length;
    }
    if (token === '{' || token === '[') keys.push(undefined);
    else if (token === '}' || token === ']') keys.pop();
    else if (token === ':') keys[keys.length - 1] = JSON.parse(before) as string;
    else if (token === ',' && start === undefined) keys[keys.length - 1] = undefined;
    const isScalar = token !== '{' && token !== '[' && token !== ':';
    if (start !== undefined && isScalar && keys.length === depth)
      return { from: start, to: index + token.length };
    before = token;
  }
  return undefined;
}

/** The indentation of one level. */
const indentOf = (text: string): string => /^[{[]\r?\n([ \t]+)/.exec(text.trimStart())?.[1] ?? '  ';

/**
 * Sets the value at a path of keys. If the path does not exist, the missing objects are added and the whole text is
 * reformatted.
 * @param text a JSON object
 */
export function withValue(text: string, path: readonly string[], value: unknown): string {
  const indent = indentOf(text);
  const range = rangeOf(text, path);
  if (range !== undefined) {
    const written = JSON.stringify(value, null, indent).replaceAll('\n', `\n${indent.repeat(path.length)}`);
    return text.slice(0, range.from) + written + text.slice(range.to);
  }
  const whole = JSON.parse(text) as Record<string, unknown>;
  let place = whole;
  for (const key of path.slice(0, -1)) {
    const inner = place[key];
    place[key] = typeof inner === 'object' && inner !== null ? { ...inner } : {};
    place = place[key] as Record<string, unknown>;
  }
  place[path.at(-1) ?? ''] = value;
  return `${JSON.stringify(whole, null, indent)}\n`;
}
