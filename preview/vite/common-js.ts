/** A `phone.config.js` of a CommonJS project: browsers and Vite's runner know ES modules only, so it is wrapped as one. */
import type { Plugin } from 'vite';

const REQUIRE = /\brequire\(\s*(['"])([^'"]+)\1\s*\)/g;

/** Does the code export by CommonJS, and use no statement of an ES module? */
const isCommonJs = (code: string): boolean =>
  /\bmodule\.exports\b|\bexports\.\w+\s*=/.test(code) && !/^\s*(?:import|export)\b/m.test(code);

/** The same module with `import`; on its first line, so that places in the code stay as they are. */
function asModule(code: string): string {
  const requests = [...new Set([...code.matchAll(REQUIRE)].map(([, , request = '']) => request))];
  const imports = requests
    .map((request, at) => `import * as r${at} from ${JSON.stringify(request)};`)
    .join('');
  const table = requests.map((request, at) => `${JSON.stringify(request)}: r${at}`).join(', ');
  const before = `${imports}const all = { ${table} }; const module = { exports: {} }; ((module, exports, require) => {`;
  return `${before}${code}\n})(module, module.exports, (name) => all[name].__esModule ? all[name] : { ...all[name].default, ...all[name] }); export default module.exports;`;
}

/**
 * Makes the plugin.
 * @param config Gives the config's file, absolute.
 */
export const commonJsConfig = (config: () => string | undefined): Plugin => ({
  name: 'phone-config-common-js',
  enforce: 'pre',
  transform(code, id) {
    if (id.split('?')[0] !== config() || !isCommonJs(code)) return null;
    return { code: asModule(code), map: null };
  },
});
