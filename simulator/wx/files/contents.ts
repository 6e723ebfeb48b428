/** FileSystemManager's operations on files: read, write, append, copy, rename, unlink. */
import { ERRNO } from '../../phone/errno';
import { normalizePath } from '../../phone/file-paths';
import type { Files, PhoneFile } from '../../phone/files';
import {
  checkWritable,
  fail,
  forbidden,
  isUserRoot,
  isUsers,
  missing,
  type Option,
  onFolder,
  pathIn,
} from './checks';
import { bytesOf, contentOf } from './encodings';

/** "单个文件大小上限为100M" (typings 5.2.3, line 17401). */
const READ_LIMIT = 100 * 1024 * 1024;

/** Each function has the option of its API as its parameter, and returns the fields of the success result. */
export function contentOperations(files: Files) {
  /** The file to read. */
  function readable(path: string): PhoneFile {
    const node = files.look(path);
    if (node === undefined) throw missing(`, open ${path}`);
    if (node.kind === 'folder') throw onFolder(path);
    return node.file;
  }
  /** The bytes of an existing file that may be changed. */
  function changeable(path: string): Uint8Array {
    if (!isUsers(path)) throw forbidden(`open ${path}`);
    return readable(path).bytes;
  }

  return {
    access(option: Option) {
      const path = pathIn(option, 'path');
      if (files.look(path) === undefined) throw missing(` ${path}`);
    },
    readFile(option: Option) {
      const { bytes } = readable(pathIn(option, 'filePath'));
      if (bytes.length > READ_LIMIT) {
        throw fail('the maximum size of the file storage limit is exceeded', ERRNO.fileLimit);
      }
      return { data: contentOf(part(bytes, option), option.encoding) };
    },
    writeFile(option: Option) {
      const path = pathIn(option, 'filePath');
      checkWritable(files, path);
      files.write(path, bytesOf(option.data, option.encoding));
    },
    appendFile(option: Option) {
      const path = pathIn(option, 'filePath');
      const bytes = changeable(path);
      const more = bytesOf(option.data, option.encoding);
      const all = new Uint8Array(bytes.length + more.length);
      all.set(bytes);
      all.set(more, bytes.length);
      files.write(path, all);
    },
    truncate(option: Option) {
      const path = pathIn(option, 'filePath');
      const length = typeof option.length === 'number' ? option.length : 0;
      if (length < 0) throw fail('value of length is out of range', ERRNO.fileLength);
      const cut = new Uint8Array(length);
      cut.set(changeable(path).subarray(0, length));
      files.write(path, cut);
    },
    copyFile(option: Option) {
      const [from, to] = [pathIn(option, 'srcPath'), pathIn(option, 'destPath')];
      const file = files.get(from);
      if (file === undefined) throw missing(`, copyFile ${from} -> ${to}`);
      checkWritable(files, to, `copyFile ${from} -> ${to}`);
      files.write(to, file.bytes, file.type);
    },
    rename(option: Option) {
      const [from, to] = [pathIn(option, 'oldPath'), pathIn(option, 'newPath')];
      const doing = `rename ${from} -> ${to}`;
      if (files.look(from) === undefined) throw missing(`, ${doing}`);
      // A folder cannot be moved into itself.
      const within = normalizePath(to).startsWith(`${normalizePath(from)}/`);
      if (!isUsers(from) || isUserRoot(from) || within) throw forbidden(doing);
      checkWritable(files, to, doing);
      files.move(from, to);
    },
    unlink(option: Option) {
      const path = pathIn(option, 'filePath');
      const node = files.look(path);
      if (node === undefined) throw missing(` ${path}`);
      if (node.kind === 'folder') throw fail(`operation not permitted, unlink ${path}`, ERRNO.fileOperation);
      if (!isUsers(path)) throw forbidden(`open ${path}`);
      files.remove(path);
    },
  };
}

/** The bytes from `position`, at most `length` of them. */
function part(bytes: Uint8Array, { position = 0, length }: Option): Uint8Array {
  if (position === 0 && length === undefined) return bytes;
  if (typeof position !== 'number' || position < 0 || position >= bytes.length) {
    throw fail('value of position is out of range', ERRNO.filePosition);
  }
  const count = length ?? bytes.length - position;
  if (typeof count !== 'number' || count < 1 || position + count > bytes.length) {
    throw fail('value of length is out of range', ERRNO.fileLength);
  }
  return bytes.subarray(position, position + count);
}
