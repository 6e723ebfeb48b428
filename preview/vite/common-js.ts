/**
 * Wraps a CommonJS `phone.config.js` as an ES module, because browsers and Vite's module runner can only load ES
 * modules.
 */
import type { Plugin } from 'vite';

const REQUIRE = /\brequire\(\s*(['"])([^'"]+)\1\s*\)/g;

/** Whether the code has CommonJS exports and no `import` or `export` statement. */
const isCommonJs = (code: string): boolean =>
  /\bmodule\.exports\b|\bexports\.\w+\s*=/.test(code) && !/^\s*(?:import|export)\b/m.test(code);

/** Converts the code to an ES module. All additions are on the first line, so that the line numbers stay the same. */
function asModule(code: string): string {
  const requests = [...new Set([...code.matchAll(REQUIRE)].map(([, , request = '']) => request))];
  const imports = requests
    .map((request, at) => `import * as r${at} from ${JSON.stringify(request)};`)
    .join('');
  const table = requests.map((request, at) => `${JSON.stringify(request)}: r${at}`).join(', ');
  const before = `${imports}const all = { ${table} }; const module = { exports: {} }; ((module, exports, require) => {`;
  return `${before}${code}\n})(module, module.exports, (name) => all[name].__esModule ? all[name] : { ...all[name].default, ...all[name] }); export default module.exports;`;
}

/** Creates the plugin. @param config returns the absolute path of the config */
export const commonJsConfig = (config: () => string | undefined): Plugin => ({
  name: 'phone-config-common-js',
  enforce: 'pre',
  transform(code, id) {
    if (id.split('?')[0] !== config() || !isCommonJs(code)) return null;
    return { code: asModule(code), map: null };
  },
});
