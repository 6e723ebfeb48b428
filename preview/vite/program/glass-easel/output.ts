/** Changes the output of glass-easel's compiler where it differs from WeChat's own compiler (wcc). */
import { COLON } from './document-text';
import { OWN } from './expression-text';

/** Code that version 0.12.1 writes before the templates of a program. */
const TEXT = "var Y=function(a){return a==null?'':String(a)};";
const CALLED = "var P=function(a){return typeof a==='function'?a:()=>{}};";
/** Code before the templates of a file, which finds a template by its name. */
const FIND =
  /G\[("(?:[^"\\]|\\.)*")\]=\(\(\)=>\{var H=\{\};var S;var I=\(P\)=>\{if\(!S\)S=(Object\.assign\((?:"(?:[^"\\]|\\.)*"|[^;"])*?,H\));return S\[P\]\};/g;

/** A string from the sources. The compiler's own strings have single quotes. */
const STRING = /"(?:[^"\\]|\\.)*"/g;

/**
 * Changes the code of a group of templates, so that it works like the output of wcc. The result needs a function
 * `$warn(message)` in its scope.
 * @throws Error if the code was not written by compiler version 0.12.1
 */
export function likeWcc(code: string): string {
  // Take the strings out first, because a text of a page may look like code.
  const strings: string[] = [];
  const bare = code.replace(STRING, (text) => `"${strings.push(text) - 1}"`);
  const changed = replaceOnce(
    replaceOnce(withoutKeywords(bare), TEXT, 'var Y=wxmlText;'),
    CALLED,
    'var P=wxmlCall;',
  )
    .replace(
      FIND,
      (_, path: string, all: string) =>
        `G[${path}]=(()=>{var H={};var S;var I=(P)=>{if(!S)S=${all};return wxmlTemplate(S,P,${path},$warn)};`,
    )
    .replaceAll('var L=R.c,M=R.m,O=R.r,', 'var L=R.c,M=R.m,O=wxmlSet(R),');
  if (/return S\[P\]/.test(changed)) throw unknownOutput();
  return changed
    .replace(/"(\d+)"/g, (_, at: string) => strings[Number(at)] as string)
    .replaceAll(COLON, ':')
    .replaceAll(new RegExp(`\\bD\\.${OWN}(\\w+)`, 'g'), 'wxmlOwn(D,"$1")')
    .replaceAll(OWN, '');
}

/**
 * Renames variables whose names are keywords. The compiler names its variables with one letter, then with two. From
 * about 1600 elements or expressions on, it also uses `do`, `if` and `in`. Of these statements, its own code contains
 * only `if (…)`.
 */
function withoutKeywords(code: string): string {
  if (!/[ ,](?:do|if|in)=/.test(code)) return code;
  return code.replace(/(?<![\w$.'])(?:if|do|in)(?![\w$'])/g, (word, at: number) => {
    const isStatement =
      /^if\s*\(/.test(code.slice(at, at + 10)) &&
      /(?:^|[{};)]|else)\s*$/.test(code.slice(Math.max(0, at - 10), at));
    return isStatement ? word : `$${word}`;
  });
}

function replaceOnce(code: string, from: string, to: string): string {
  if (!code.includes(from)) throw unknownOutput();
  return code.replace(from, to);
}

const unknownOutput = () =>
  new Error(
    'glass-easel-template-compiler writes other code than version 0.12.1: adapt glass-easel/output.ts.',
  );

/**
 * Functions that the changed code calls. They are written at the top of the module with the templates.
 * `wxmlOwn`: reads data with a name that every object has.
 * `wxmlSet`: sets an attribute; a native method, as in `{{a.constructor}}`, is set as undefined.
 * `wxmlText`: converts a value inside a text; null becomes `null`, a function becomes an empty text.
 * `wxmlCall`: prevents calls of native methods, of data and of the results of WXS functions.
 * `wxmlTemplate`: finds a template by its name, and stops a template that uses itself.
 */
export const wxmlGlobals = `
const wxmlText = (value) => {
  if (value === undefined || typeof value === 'function') return '';
  if (typeof value !== 'object' || value === null) return String(value);
  return typeof value.toString === 'function' ? String(value) : '[object Object]';
};
const wxmlOwn = (data, name) => (Object.hasOwn(data, name) ? data[name] : undefined);
const wxmlNative = (value) => typeof value === 'function' && /\\[native code\\]\\s*\\}$/.test(Function.prototype.toString.call(value));
const wxmlSet = (wrapper) => (node, name, value, path) => wrapper.r(node, name, wxmlNative(value) ? undefined : value, path);
const wxmlNothing = () => undefined;
const wxmlCall = (called) => (typeof called !== 'function' || wxmlNative(called) ? wxmlNothing : called);
const wxmlDrawing = new WeakMap();
const wxmlTemplate = (templates, name, path, warn) => {
  const template = Object.hasOwn(templates, name) ? templates[name] : undefined;
  if (template === undefined) {
    if (name !== undefined && name !== null && name !== '') warn(path + '.wxml: there is no template "' + name + '": nothing is drawn');
    return undefined;
  }
  return (R, C, D, U) => {
    const drawn = template(R, C, D, U);
    const draw = (...args) => {
      const drawing = wxmlDrawing.get(R) ?? new Map();
      wxmlDrawing.set(R, drawing);
      if (drawing.has(template)) {
        const names = [...drawing.values(), name];
        return warn(path + '.wxml: these templates use each other: ' + names.slice(names.indexOf(name)).map((one) => '"' + one + '"').join(' → ') + '. WeChat stops there without an error');
      }
      drawing.set(template, name);
      try {
        return drawn.C(...args);
      } finally {
        drawing.delete(template);
      }
    };
    return { ...drawn, C: draw };
  };
};
`;
