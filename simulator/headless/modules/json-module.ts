/** `require('./x.json')`: on a phone every module is JavaScript. */
import { dirname, sep } from 'node:path';
import { rootOf } from './root.cjs';

/** Packages: what DevTools makes of them when it builds npm has their JSON inside. */
const PACKAGE = /[\\/](?:node_modules|miniprogram_npm)[\\/]/;

/**
 * Refuses a JSON file to a script of the mini-program.
 * @param path Where the request leads; empty: nowhere.
 * @throws Error in WeChat's words.
 */
export function refuseJson(request: string, path: string): void {
  if (!path.endsWith('.json')) return;
  const root = rootOf(dirname(path));
  if (root === null || PACKAGE.test(path.slice(root.length).replaceAll('/', sep))) return;
  throw new Error(
    `module '${request}.js' is not defined, require args is '${request}': a phone has no modules of JSON. Write a script: module.exports = { … }.`,
  );
}
