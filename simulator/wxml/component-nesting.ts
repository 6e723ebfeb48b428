/** Components that use each other without an end. On a phone the script's stack overflows then, and no page is there. */

/**
 * So many times a component may stand in itself: deeper than trees of comments or folders are. A choice: a component that
 * adds itself in `ready` would grow for ever, and no stack overflows there.
 */
const DEEPEST = 100;

/** A component that is being drawn, and the one whose template it stands in. */
export interface Nesting {
  /** Its template, from the root, e.g. `c/a.wxml`; undefined for what is built in. */
  readonly file: string | undefined;
  readonly outer: Nesting | undefined;
}

/** The files between a component and the next one of the same file around it; undefined: there is none. */
function cycleOf(innermost: Nesting): string[] | undefined {
  const files: string[] = [];
  for (let one: Nesting | undefined = innermost; one !== undefined; one = one.outer) {
    if (one.file === undefined) continue;
    files.unshift(one.file);
    if (files.length > 1 && one.file === innermost.file) return files;
  }
  return undefined;
}

const endless = (files: readonly string[], how: string): Error =>
  new Error(
    `these components use each other without an end: ${files.join(' → ')} (${how}). Put a condition (wx:if) around one. On a phone the stack overflows`,
  );

/** @throws Error that names the cycle when the innermost component stands in itself too often */
export function assertEnds(innermost: Nesting): void {
  if (innermost.file === undefined) return;
  let times = -1;
  for (let one: Nesting | undefined = innermost; one !== undefined; one = one.outer)
    if (one.file === innermost.file) times += 1;
  if (times > DEEPEST)
    throw endless(cycleOf(innermost) ?? [], `${innermost.file} contains itself ${DEEPEST} times`);
}

/**
 * What to throw in the place of an error that came out of drawing a component: of a stack overflow, which components there
 * are. An error of the component's script does not come out of its drawing.
 */
export function nestingMistake(error: unknown, innermost: Nesting): unknown {
  const { name, message } = (error ?? {}) as Partial<Error>;
  if (name !== 'RangeError' || !/call stack/.test(String(message))) return error;
  const files: string[] = [];
  for (let one: Nesting | undefined = innermost; one !== undefined; one = one.outer)
    if (one.file !== undefined) files.unshift(one.file);
  for (let one: Nesting | undefined = innermost; one !== undefined; one = one.outer) {
    const cycle = cycleOf(one);
    if (cycle !== undefined) return endless(cycle, `${files.length} components in each other`);
  }
  return new Error(
    `${files.length} components stand in each other, or their elements too deep: the stack overflows, as it may on a phone (${files.at(-1)})`,
  );
}
