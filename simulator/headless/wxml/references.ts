/** References from one WXML file to another, on the headless stage. */
import type { Linker } from '../../wxml/link';
import type { WxmlFile, WxmlFiles } from './files';

/** Resolves references between files of one mini-program. Throws mistakes. */
export function linkerOf(files: WxmlFiles): Linker<WxmlFile> {
  return {
    refer({ src, at }, from, kind) {
      if (src === '') throw from.error(`<${kind}> needs a src`, at);
      const path = files.resolve(src, from, '.wxml');
      if (!files.mayHold(path)) {
        throw from.error(`${files.nameOf(path)} is outside of the mini-program`, at);
      }
      try {
        return files.load(path);
      } catch (error) {
        if (error instanceof Error && error.message.endsWith('does not exist.')) {
          throw from.error(error.message, at);
        }
        throw error;
      }
    },
    warn: (file, reason, at) => file.warn(reason, at),
    refuse(file, reason, at) {
      throw file.error(reason, at);
    },
    nameOf: ({ name }) => name,
  };
}
