/** `wx.getFileSystemManager`, and the older APIs of saved files on `wx` itself. */
import type { Core } from '../../phone/core';
import type { Family } from '../define';
import type { Option } from './checks';
import { contentOperations } from './contents';
import { folderOperations } from './folders';
import { savedFileOperations } from './saved';

type Operation = (option: Option) => unknown;

/** The parameters of a synchronous function in order, and the field of the result that it returns. */
interface SyncForm {
  readonly parameters: readonly string[];
  readonly returns?: string;
  /** The function has a single object as its parameter. */
  readonly object?: true;
}

const SYNC: Readonly<Record<string, SyncForm>> = {
  access: { parameters: ['path'] },
  appendFile: { parameters: ['filePath', 'data', 'encoding'] },
  copyFile: { parameters: ['srcPath', 'destPath'] },
  mkdir: { parameters: ['dirPath', 'recursive'] },
  readdir: { parameters: ['dirPath'], returns: 'files' },
  readFile: { parameters: ['filePath', 'encoding', 'position', 'length'], returns: 'data' },
  rename: { parameters: ['oldPath', 'newPath'] },
  rmdir: { parameters: ['dirPath', 'recursive'] },
  saveFile: { parameters: ['tempFilePath', 'filePath'], returns: 'savedFilePath' },
  stat: { parameters: ['path', 'recursive'], returns: 'stats' },
  truncate: { parameters: [], object: true },
  unlink: { parameters: ['filePath'] },
  writeFile: { parameters: ['filePath', 'data', 'encoding'] },
};

/** Further methods of the manager. A call throws an error that says that the method is not modelled. */
const NOT_MODELLED = ['open', 'close', 'read', 'write', 'fstat', 'ftruncate', 'readCompressedFile'];
const NOT_MODELLED_ASYNC = ['readZipEntry', 'unzip'];

export const fileSystem = ((core) => {
  const manager = createManager(core);
  const saved: Readonly<Record<string, Operation>> = savedFileOperations(core.files);
  const onWx = Object.entries(saved).map(([name, work]) => [
    name,
    (option: Option = {}) => core.calls.make(name, option, () => work(option ?? {})),
  ]);
  return { getFileSystemManager: () => manager as never, ...Object.fromEntries(onWx) };
}) satisfies Family;

/** Creates the single manager of a process: "全局唯一的文件管理器" (typings 5.2.3, wx.getFileSystemManager). */
function createManager(core: Core): Record<string, unknown> {
  const { getSavedFileInfo: _, ...saved } = savedFileOperations(core.files);
  const operations: Readonly<Record<string, Operation>> = {
    ...contentOperations(core.files),
    ...folderOperations(core.files),
    ...saved,
  };
  const manager: Record<string, unknown> = {};
  for (const [name, work] of Object.entries(operations)) {
    manager[name] = (option: Option = {}) =>
      core.calls.make(name, option, () => work(option ?? {}), { promise: false });
    const form = SYNC[name];
    if (form !== undefined) manager[`${name}Sync`] = syncForm(core, name, work, form);
  }
  for (const name of [...NOT_MODELLED, ...NOT_MODELLED.map((one) => `${one}Sync`), ...NOT_MODELLED_ASYNC]) {
    manager[name] = () => {
      throw new Error(`FileSystemManager.${name} is not modelled by the simulated phone.`);
    };
  }
  return manager;
}

function syncForm(core: Core, name: string, work: Operation, { parameters, returns, object }: SyncForm) {
  return (...args: unknown[]) => {
    const option = (
      object ? (args[0] ?? {}) : Object.fromEntries(parameters.map((one, at) => [one, args[at]]))
    ) as Option;
    return core.calls.sync(`${name}Sync`, option, () => {
      const result = work(option) as Record<string, unknown> | undefined;
      return returns === undefined ? undefined : result?.[returns];
    });
  };
}
