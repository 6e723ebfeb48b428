/** The phone's files: temporary ones, saved ones, and the mini-program's own folder. */
import { ERRNO } from './errno';
import { ApiFailure } from './failure';
import { areaOf, nameOf, normalizePath, parentOf, typeOf, USER_DATA_PATH } from './file-paths';

/** A file, as stages and uploads use it. */
export interface PhoneFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly modifiedAt: number;
}

export type FileNode = { readonly kind: 'file'; readonly file: PhoneFile } | { readonly kind: 'folder' };

/** The size limit of all saved files and user files of a mini-program together (file-system.html). */
const FILES_LIMIT = 200 * 1024 * 1024;

export interface Files {
  /** Stores a temporary file and returns its path in WeChat's form: `wxfile://tmp_….jpg`. */
  add(bytes: Uint8Array, type: string): string;
  /** Moves a temporary file to the saved files, as `saveFile` does; returns the new path, `wxfile://store_….jpg`. */
  save(temporary: string): string;
  /** The file or folder at a path of the phone or of the mini-program's package. */
  look(path: string): FileNode | undefined;
  /** The file at a path; undefined also for a folder. */
  get(path: string): PhoneFile | undefined;
  /**
   * Writes a file of the user folder. Its parent folder must exist.
   * @throws ApiFailure when the size limit is exceeded.
   */
  write(path: string, bytes: Uint8Array, type?: string): void;
  makeFolder(path: string): void;
  /** Removes a file, or a folder and its content. */
  remove(path: string): void;
  /** Moves a file, or a folder and its content, to another path. */
  move(from: string, to: string): void;
  /** Paths of the direct children of a folder. */
  list(folder: string): string[];
  /** Paths of all temporary, saved and user files. */
  all(): string[];
  /** Deletes the temporary files of a process that has ended. */
  dropTemporary(): void;
  clear(): void;
}

interface Surroundings {
  now(): number;
  /** Reads a file of the mini-program's package; undefined if it does not exist. */
  packageFile(path: string): Uint8Array | undefined;
}

/** Creates the files of one phone. */
export function createFiles({ now, packageFile }: Surroundings): Files {
  let count = 0;
  const nodes = new Map<string, FileNode>();

  const put = (path: string, bytes: Uint8Array, type: string, createdAt = now()) => {
    const file = { name: nameOf(path), type, bytes: bytes.slice(), createdAt, modifiedAt: now() };
    nodes.set(path, { kind: 'file', file });
  };
  const inPackage = (path: string): FileNode | undefined => {
    const bytes = packageFile(path);
    if (bytes === undefined) return undefined;
    const file = { name: nameOf(path), type: typeOf(path), bytes, createdAt: 0, modifiedAt: 0 };
    return { kind: 'file', file };
  };
  const kept = () => {
    let bytes = 0;
    for (const [path, node] of nodes) {
      if (node.kind === 'file' && areaOf(path) !== 'temporary') bytes += node.file.bytes.length;
    }
    return bytes;
  };
  /** @param more The number of bytes to be stored in addition. */
  const makeRoom = (more: number) => {
    if (kept() + more > FILES_LIMIT) {
      throw new ApiFailure('the maximum size of the file storage limit is exceeded', ERRNO.fileLimit);
    }
  };
  const clear = () => {
    nodes.clear();
    nodes.set(USER_DATA_PATH, { kind: 'folder' });
  };
  clear();

  const files: Files = {
    add(bytes, type) {
      const extension = /^image\/([a-z]+)/.exec(type)?.[1]?.replace('jpeg', 'jpg') ?? 'bin';
      count += 1;
      const path = `wxfile://tmp_${String(count).padStart(8, '0')}.${extension}`;
      put(path, bytes, type);
      return path;
    },
    save(temporary) {
      const file = files.get(temporary);
      if (file === undefined || areaOf(normalizePath(temporary)) !== 'temporary') {
        throw new ApiFailure('tempFilePath file not exist', ERRNO.noTemporaryFile);
      }
      makeRoom(file.bytes.length);
      const path = normalizePath(temporary).replace('tmp_', 'store_');
      put(path, file.bytes, file.type);
      files.remove(temporary);
      return path;
    },
    look(given) {
      // "不支持相对路径的写法" (file-system.html).
      if (/^\.{1,2}\//.test(given)) return undefined;
      const path = normalizePath(given);
      return areaOf(path) === 'package' ? inPackage(path) : nodes.get(path);
    },
    get(path) {
      const node = files.look(path);
      return node?.kind === 'file' ? node.file : undefined;
    },
    write(given, bytes, type) {
      const path = normalizePath(given);
      const old = files.get(path);
      makeRoom(bytes.length - (old?.bytes.length ?? 0));
      put(path, bytes, type ?? typeOf(path), old?.createdAt);
    },
    makeFolder: (path) => void nodes.set(normalizePath(path), { kind: 'folder' }),
    remove(given) {
      const path = normalizePath(given);
      for (const one of [...nodes.keys()]) if (one === path || one.startsWith(`${path}/`)) nodes.delete(one);
    },
    move(given, target) {
      const [from, to] = [normalizePath(given), normalizePath(target)];
      for (const [path, node] of [...nodes]) {
        if (path !== from && !path.startsWith(`${from}/`)) continue;
        const moved = to + path.slice(from.length);
        nodes.delete(path);
        nodes.set(
          moved,
          node.kind === 'file' ? { kind: 'file', file: { ...node.file, name: nameOf(moved) } } : node,
        );
      }
    },
    list(given) {
      const folder = normalizePath(given);
      return [...nodes.keys()].filter((path) => parentOf(path) === folder).sort();
    },
    all: () => [...nodes].filter(([, node]) => node.kind === 'file').map(([path]) => path),
    dropTemporary() {
      for (const path of nodes.keys()) if (areaOf(path) === 'temporary') nodes.delete(path);
    },
    clear,
  };
  return files;
}
