/** Saved files, for FileSystemManager and for `wx` itself: saveFile, getSavedFileList and others. */
import { md5, sha1 } from '@noble/hashes/legacy';
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import { ERRNO } from '../../phone/errno';
import { areaOf, normalizePath, parentOf } from '../../phone/file-paths';
import type { Files, PhoneFile } from '../../phone/files';
import { checkWritable, fail, folderOf, forbidden, isUsers, missing, type Option, pathIn } from './checks';

const HASHES = { md5, sha1, sha256 };

/** Each function has the option of its API as its parameter, and returns the fields of the success result. */
export function savedFileOperations(files: Files) {
  const temporaryFile = (path: string): PhoneFile => {
    const file = areaOf(normalizePath(path)) === 'temporary' ? files.get(path) : undefined;
    if (file === undefined) throw fail('tempFilePath file not exist', ERRNO.noTemporaryFile);
    return file;
  };
  const savedFile = (path: string): PhoneFile => {
    const file = areaOf(normalizePath(path)) === 'saved' ? files.get(path) : undefined;
    if (file === undefined) throw fail('file not exist', ERRNO.noSuchFile);
    return file;
  };

  return {
    /** "此接口会移动临时文件" (typings 5.2.3, line 17673). */
    saveFile(option: Option) {
      const temporary = pathIn(option, 'tempFilePath');
      const { bytes, type } = temporaryFile(temporary);
      if (option.filePath === undefined) return { savedFilePath: files.save(temporary) };
      const to = pathIn(option, 'filePath');
      if (!isUsers(to)) throw forbidden(`open "${to}"`);
      if (folderOf(files, to)?.kind !== 'folder') throw missing(` "${parentOf(to)}"`);
      checkWritable(files, to);
      files.write(to, bytes, type);
      files.remove(temporary);
      return { savedFilePath: to };
    },
    removeSavedFile(option: Option) {
      const path = pathIn(option, 'filePath');
      savedFile(path);
      files.remove(path);
    },
    getSavedFileList() {
      const saved = files.all().filter((path) => areaOf(path) === 'saved');
      return { fileList: saved.map((filePath) => ({ filePath, ...sizeAndTime(savedFile(filePath)) })) };
    },
    getSavedFileInfo: (option: Option) => sizeAndTime(savedFile(pathIn(option, 'filePath'))),
    getFileInfo(option: Option) {
      const file = files.get(pathIn(option, 'filePath'));
      if (file === undefined) throw fail('file not exist', ERRNO.noSuchFile);
      const hash = HASHES[option.digestAlgorithm as 'md5'] ?? md5;
      return { size: file.bytes.length, digest: bytesToHex(hash(file.bytes)) };
    },
  };
}

/** The size and the creation time, in seconds since 1970. */
const sizeAndTime = ({ bytes, createdAt }: PhoneFile) => ({
  size: bytes.length,
  createTime: Math.floor(createdAt / 1000),
});
