/**
 * Where a file of the phone lies, by its path (miniprogram/dev/framework/ability/file-system.html):
 * - `temporary`, `wxfile://tmp_…`: what the album and the network gave. Only for reading; gone with the process.
 * - `saved`, `wxfile://store_…`: what `saveFile` kept without a path of its own. Only for reading.
 * - `user`, below `wx.env.USER_DATA_PATH`: the mini-program's own folder.
 * - `package`, `/images/a.png` or `images/a.png`: the mini-program's own files. Only for reading.
 * - `none`: no place of the phone.
 */
export type FileArea = 'temporary' | 'saved' | 'user' | 'package' | 'none';

/** `wx.env.USER_DATA_PATH`. */
export const USER_DATA_PATH = 'wxfile://usr';

const SCHEME = 'wxfile://';

/** One form for each path: without `//`, `.`, `..` and `/` at the end. */
export function normalizePath(path: string): string {
  const scheme = path.startsWith(SCHEME) ? SCHEME : '';
  const parts: string[] = [];
  for (const part of path.slice(scheme.length).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return scheme + parts.join('/');
}

/** @param path in the form that `normalizePath` gives. */
export function areaOf(path: string): FileArea {
  if (path === USER_DATA_PATH || path.startsWith(`${USER_DATA_PATH}/`)) return 'user';
  if (path.startsWith(`${SCHEME}tmp_`)) return 'temporary';
  if (path.startsWith(`${SCHEME}store_`)) return 'saved';
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(path) ? 'none' : 'package';
}

/** The folder that a path lies in. */
export function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  json: 'application/json',
  txt: 'text/plain',
};

/** The type of a file by its name; bytes of any kind where the name does not say. */
export function typeOf(path: string): string {
  return TYPES[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}
