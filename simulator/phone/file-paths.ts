/**
 * The area of the phone that a file path belongs to (miniprogram/dev/framework/ability/file-system.html):
 * - `temporary`, `wxfile://tmp_…`: files from the album and from downloads. Read-only; deleted when the process ends.
 * - `saved`, `wxfile://store_…`: files that `saveFile` stored without a path given by the mini-program. Read-only.
 * - `user`, below `wx.env.USER_DATA_PATH`: the mini-program's own folder.
 * - `package`, `/images/a.png` or `images/a.png`: files of the mini-program's package. Read-only.
 * - `none`: a path outside the phone's file system.
 */
type FileArea = 'temporary' | 'saved' | 'user' | 'package' | 'none';

/** `wx.env.USER_DATA_PATH`. */
export const USER_DATA_PATH = 'wxfile://usr';

const SCHEME = 'wxfile://';

/** Normalises a path: removes `//`, `.`, `..` and a trailing `/`. */
export function normalizePath(path: string): string {
  const scheme = path.startsWith(SCHEME) ? SCHEME : '';
  const parts: string[] = [];
  for (const part of path.slice(scheme.length).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return scheme + parts.join('/');
}

/** @param path normalised by `normalizePath`. */
export function areaOf(path: string): FileArea {
  if (path === USER_DATA_PATH || path.startsWith(`${USER_DATA_PATH}/`)) return 'user';
  if (path.startsWith(`${SCHEME}tmp_`)) return 'temporary';
  if (path.startsWith(`${SCHEME}store_`)) return 'saved';
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(path) ? 'none' : 'package';
}

export function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

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

/** The MIME type by the file's extension; `application/octet-stream` if the extension is unknown. */
export function typeOf(path: string): string {
  return TYPES[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}
