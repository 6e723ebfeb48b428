/** Rejects `require('./x.json')`: on a phone every module is JavaScript. */
import { dirname, sep } from 'node:path';
import { notDefined } from '../../program/require-errors';
import { rootOf } from './root.cjs';

/** Packages are exempt: DevTools bundles their JSON files when it builds npm. */
const PACKAGE = /[\\/](?:node_modules|miniprogram_npm)[\\/]/;

/**
 * Throws if a script of the mini-program requires a JSON file.
 * @param path The resolved file; empty if the request was not resolved.
 * @throws Error with WeChat's message.
 */
export function refuseJson(request: string, path: string): void {
  if (!path.endsWith('.json')) return;
  const root = rootOf(dirname(path));
  if (root === null || PACKAGE.test(path.slice(root.length).replaceAll('/', sep))) return;
  throw notDefined(request, 'a phone has no JSON modules. Write a script: module.exports = { … }.');
}
