/** Detects components that contain each other endlessly. On a phone the stack overflows, and no page appears. */

/**
 * The number of times that a component may contain itself: enough for trees of comments or folders. A limit of this
 * project, because a component that adds itself in `ready` grows endlessly without a stack overflow.
 */
const DEEPEST = 100;

/** A component that is being rendered, and the component whose template contains it. */
export interface Nesting {
  /** The path of its template from the root, e.g. `c/a.wxml`; undefined for a built-in component. */
  readonly file: string | undefined;
  readonly outer: Nesting | undefined;
}

/** The files from the nearest outer component with the same file to this component; undefined if there is none. */
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
    `these components contain each other endlessly: ${files.join(' → ')} (${how}). Put a condition (wx:if) around one. On a phone the stack overflows`,
  );

/** @throws Error that names the cycle when the innermost component contains itself too often */
export function assertEnds(innermost: Nesting): void {
  if (innermost.file === undefined) return;
  let times = -1;
  for (let one: Nesting | undefined = innermost; one !== undefined; one = one.outer)
    if (one.file === innermost.file) times += 1;
  if (times > DEEPEST)
    throw endless(cycleOf(innermost) ?? [], `${innermost.file} contains itself ${DEEPEST} times`);
}

/**
 * Converts an error that was thrown while a component was rendered: a stack overflow becomes an error that names the
 * components. Exceptions of the component's script are not thrown by the rendering.
 */
export function nestingMistake(error: unknown, innermost: Nesting): unknown {
  const { name, message } = (error ?? {}) as Partial<Error>;
  if (name !== 'RangeError' || !/call stack/.test(String(message))) return error;
  const files: string[] = [];
  for (let one: Nesting | undefined = innermost; one !== undefined; one = one.outer)
    if (one.file !== undefined) files.unshift(one.file);
  for (let one: Nesting | undefined = innermost; one !== undefined; one = one.outer) {
    const cycle = cycleOf(one);
    if (cycle !== undefined) return endless(cycle, `${files.length} nested components`);
  }
  return new Error(
    `${files.length} nested components, or elements nested too deeply: the stack overflows, as it may on a phone (${files.at(-1)})`,
  );
}
