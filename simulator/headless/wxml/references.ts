/** From one WXML file to another, on the headless stage. */
import type { Linker } from '../../wxml/link';
import type { WxmlFile, WxmlFiles } from './files';

/** How files of one mini-program find each other. A mistake is thrown. */
export function linkerOf(files: WxmlFiles): Linker<WxmlFile> {
  return {
    refer({ src, at }, from, kind) {
      if (src === '') throw from.error(`<${kind}> needs a src`, at);
      try {
        return files.load(files.resolve(src, from, '.wxml'));
      } catch (error) {
        if (error instanceof Error && error.message.endsWith('does not exist.')) {
          throw from.error(error.message, at);
        }
        throw error;
      }
    },
    warn: (file, reason, at) => file.warn(reason, at),
  };
}
