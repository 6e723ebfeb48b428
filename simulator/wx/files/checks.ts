/**
 * How operations on files fail. Numbers: typings 5.2.3, `FileError`. Texts: the older typings, which list them API by API
 * (miniprogram-api-typings 2.x, e.g. `CopyFileFailCallbackResult`).
 */
import { ERRNO } from '../../errno';
import { ApiFailure, parameterError } from '../../failure';
import { areaOf, normalizePath, parentOf, USER_DATA_PATH } from '../../file-paths';
import type { Files } from '../../files';

/** What an API is given. */
export type Option = Readonly<Record<string, unknown>>;

export const fail = (reason: string, errno: number) => new ApiFailure(reason, errno);
export const missing = (what: string) => fail(`no such file or directory${what}`, ERRNO.noSuchFile);
export const forbidden = (what: string) => fail(`permission denied, ${what}`, ERRNO.filePermission);
export const onFolder = (path: string) =>
  fail(`illegal operation on a directory, open "${path}"`, ERRNO.illegalOnFolder);
export const notAFolder = (path: string) => fail(`not a directory ${path}`, ERRNO.notAFolder);

/** A parameter that names a path. @throws ApiFailure when it is no text. */
export function pathIn(option: Option, name: string): string {
  const path = option[name];
  if (typeof path !== 'string') throw parameterError(name, 'String', path);
  return path;
}

/** Does it lie in the folder that belongs to the mini-program? Only there files are written. */
export const isUsers = (path: string) => areaOf(normalizePath(path)) === 'user';

export const isUserRoot = (path: string) => normalizePath(path) === USER_DATA_PATH;

export const folderOf = (files: Files, path: string) => files.look(parentOf(normalizePath(path)));

/**
 * Can a file be written at this path?
 * @param doing how the text of a failure goes on
 * @throws ApiFailure when it cannot.
 */
export function checkWritable(files: Files, path: string, doing = `open ${path}`): void {
  if (!isUsers(path)) throw forbidden(doing);
  if (files.look(path)?.kind === 'folder') throw onFolder(path);
  const folder = folderOf(files, path);
  if (folder === undefined) throw missing(`, ${doing}`);
  if (folder.kind === 'file') throw notAFolder(parentOf(path));
}
