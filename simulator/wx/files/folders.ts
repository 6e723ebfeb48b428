/** FileSystemManager's operations on folders: mkdir, rmdir, readdir, stat. */
import { ERRNO } from '../../phone/errno';
import { normalizePath, parentOf, USER_DATA_PATH } from '../../phone/file-paths';
import type { FileNode, Files } from '../../phone/files';
import {
  fail,
  folderOf,
  forbidden,
  isUserRoot,
  isUsers,
  missing,
  notAFolder,
  type Option,
  pathIn,
} from './checks';

/** Each function has the option of its API as its parameter, and returns the fields of the success result. */
export function folderOperations(files: Files) {
  function checkFolder(path: string): void {
    const node = files.look(path);
    if (node === undefined) throw missing(` ${path}`);
    if (node.kind === 'file') throw notAFolder(path);
  }
  const under = (path: string): string[] =>
    files.list(path).flatMap((one) => [one, ...(files.look(one)?.kind === 'folder' ? under(one) : [])]);

  return {
    mkdir(option: Option) {
      const path = pathIn(option, 'dirPath');
      if (!isUsers(path)) throw forbidden(`open ${path}`);
      if (files.look(path) !== undefined) throw fail(`file already exists ${path}`, ERRNO.fileExists);
      const folder = folderOf(files, path);
      if (folder?.kind === 'file') throw notAFolder(parentOf(path));
      if (folder === undefined && option.recursive !== true) throw missing(` ${path}`);
      for (const one of foldersTo(normalizePath(path))) {
        if (files.look(one) === undefined) files.makeFolder(one);
      }
    },
    rmdir(option: Option) {
      const path = pathIn(option, 'dirPath');
      checkFolder(path);
      if (isUserRoot(path)) throw forbidden(`open ${path}`);
      if (option.recursive !== true && files.list(path).length > 0) {
        throw fail('directory not empty', ERRNO.folderNotEmpty);
      }
      files.remove(path);
    },
    readdir(option: Option) {
      const path = pathIn(option, 'dirPath');
      // "readdir接口无法访问文件系统根路径(wxfile://)" (line 16853).
      if (normalizePath(path) === 'wxfile://') throw fail(`permission denied, open ${path}`, ERRNO.filePath);
      checkFolder(path);
      return { files: files.list(path).map((one) => one.slice(parentOf(one).length + 1)) };
    },
    stat(option: Option) {
      const path = pathIn(option, 'path');
      const node = files.look(path);
      if (node === undefined) throw missing(` ${path}`);
      if (option.recursive !== true || node.kind === 'file') return { stats: statsOf(node) };
      const root = normalizePath(path);
      const all = [root, ...under(root)].map((one) => ({
        path: one.slice(root.length) || '/',
        stats: statsOf(files.look(one) ?? node),
      }));
      return { stats: all };
    },
  };
}

/** The parent folders below the user folder, and the folder itself. */
function foldersTo(path: string): string[] {
  return path === USER_DATA_PATH ? [] : [...foldersTo(parentOf(path)), path];
}

/** The times in seconds since 1970, and the mode of an ordinary file or folder. */
function statsOf(node: FileNode) {
  const isFile = node.kind === 'file';
  const time = isFile ? Math.floor(node.file.modifiedAt / 1000) : 0;
  return {
    mode: isFile ? 0o100644 : 0o40755,
    size: isFile ? node.file.bytes.length : 0,
    lastAccessedTime: time,
    lastModifiedTime: time,
    isDirectory: () => !isFile,
    isFile: () => isFile,
  };
}
