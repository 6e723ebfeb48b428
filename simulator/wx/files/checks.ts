/**
 * Failures of file operations. Numbers: typings 5.2.3, `FileError`. Messages: the older typings, which list them for
 * each API (miniprogram-api-typings 2.x, e.g. `CopyFileFailCallbackResult`).
 */
import { ERRNO } from '../../phone/errno';
import { ApiFailure, parameterError } from '../../phone/failure';
import { areaOf, normalizePath, parentOf, USER_DATA_PATH } from '../../phone/file-paths';
import type { Files } from '../../phone/files';

/** The parameter of an API. */
export type Option = Readonly<Record<string, unknown>>;

export const fail = (reason: string, errno: number) => new ApiFailure(reason, errno);
export const missing = (what: string) => fail(`no such file or directory${what}`, ERRNO.noSuchFile);
export const forbidden = (what: string) => fail(`permission denied, ${what}`, ERRNO.filePermission);
export const onFolder = (path: string) =>
  fail(`illegal operation on a directory, open "${path}"`, ERRNO.illegalOnFolder);
export const notAFolder = (path: string) => fail(`not a directory ${path}`, ERRNO.notAFolder);

/** Reads a parameter that is a path. @throws ApiFailure when it is not a text. */
export function pathIn(option: Option, name: string): string {
  const path = option[name];
  if (typeof path !== 'string') throw parameterError(name, 'String', path);
  return path;
}

/** Is the path in the mini-program's own folder? Files can be written only there. */
export const isUsers = (path: string) => areaOf(normalizePath(path)) === 'user';

export const isUserRoot = (path: string) => normalizePath(path) === USER_DATA_PATH;

export const folderOf = (files: Files, path: string) => files.look(parentOf(normalizePath(path)));

/**
 * Can a file be written at this path?
 * @param doing the operation, for the message of a failure
 * @throws ApiFailure when it cannot.
 */
export function checkWritable(files: Files, path: string, doing = `open ${path}`): void {
  if (!isUsers(path)) throw forbidden(doing);
  if (files.look(path)?.kind === 'folder') throw onFolder(path);
  const folder = folderOf(files, path);
  if (folder === undefined) throw missing(`, ${doing}`);
  if (folder.kind === 'file') throw notAFolder(parentOf(path));
}
