/** The phone's temporary files: what the album and the network gave. */
export interface TemporaryFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface Files {
  /** Keeps a file and returns its path, as WeChat names one: `wxfile://tmp_….jpg`. */
  add(bytes: Uint8Array, type: string): string;
  /** Keeps a file under a path of the mini-program's choice. */
  put(path: string, bytes: Uint8Array, type: string): void;
  get(path: string): TemporaryFile | undefined;
  clear(): void;
}

/** Makes the temporary files of one phone. */
export function createFiles(): Files {
  let count = 0;
  const files = new Map<string, TemporaryFile>();
  return {
    add(bytes, type) {
      const extension = /^image\/([a-z]+)/.exec(type)?.[1]?.replace('jpeg', 'jpg') ?? 'bin';
      count += 1;
      const name = `tmp_${String(count).padStart(8, '0')}.${extension}`;
      const path = `wxfile://${name}`;
      files.set(path, { name, type, bytes: bytes.slice() });
      return path;
    },
    put(path, bytes, type) {
      files.set(path, { name: path.slice(path.lastIndexOf('/') + 1), type, bytes: bytes.slice() });
    },
    get: (path) => files.get(path),
    clear: () => files.clear(),
  };
}
