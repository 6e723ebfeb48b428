/** WXS: nearly JavaScript. What differs is put right in the text before the engine sees it. */
import { posix } from 'node:path';

const requireCall = /\brequire\(\s*(['"])([^'"]+)\1\s*\)/g;

/** Modules that a WXS text requires, as paths without an ending. `path` is the file's own. */
export function wxsRequires(path: string, text: string): string[] {
  return [...text.matchAll(requireCall)].map(([, , target = '']) => {
    const file = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(path), target);
    return file.replace(/\.wxs$/, '');
  });
}

/** Names that a WXS text sees. */
const parameters = ['require', 'exports', 'module', 'getRegExp', 'getDate'];

/**
 * The text as the engine runs it. It names its modules without an ending; in WXS `constructor` is the name of a type
 * (`'Array'`), not a function; and WXS is not strict, so it is made a function of its own, outside the ES module that
 * holds the templates: there an undeclared variable would end everything.
 * @param path the file, for a debugger.
 */
export function wxsToJs(path: string, text: string): string {
  const body = text
    .replace(requireCall, (_, quote: string, target: string) => {
      return `require(${quote}${target.replace(/\.wxs$/, '')}${quote})`;
    })
    .replace(/\.constructor\b/g, '.__wxsConstructor');
  const source = JSON.stringify(`${body}\n//# sourceURL=${path}.wxs`);
  return `new Function(${JSON.stringify(parameters.join(','))}, ${source})(${parameters.join(', ')})`;
}

/** What WXS has as globals, as the head of the module that holds the templates. */
export const wxsGlobals = `
const getRegExp = (pattern, flags) => new RegExp(pattern, flags);
const getDate = (...args) => new Date(...args);
if (!('__wxsConstructor' in Object.prototype)) {
  Object.defineProperty(Object.prototype, '__wxsConstructor', {
    configurable: true,
    get() { return Object.prototype.toString.call(this).slice(8, -1); },
    set(value) { Object.defineProperty(this, '__wxsConstructor', { value, writable: true, configurable: true }); },
  });
}
`;
