/** From one WXML file to another. */
import type { WxmlFile, WxmlFiles } from './files';
import type { WxmlElement } from './parse';

/** A template by name: the file's own, else one of its imports. */
export function findTemplate(
  name: string,
  file: WxmlFile,
  files: WxmlFiles,
): { element: WxmlElement; file: WxmlFile } | undefined {
  const own = file.templates.get(name);
  if (own !== undefined) return { element: own, file };
  // Imports do not pass on what they import themselves.
  for (const statement of file.imports) {
    const imported = referred(statement, file, files);
    const element = imported.templates.get(name);
    if (element !== undefined) return { element, file: imported };
  }
  return undefined;
}

/**
 * The file that an `<import>` or `<include>` names.
 * @throws WxmlError at the statement when there is no such file.
 */
export function referred(element: WxmlElement, file: WxmlFile, files: WxmlFiles): WxmlFile {
  const src = element.attributes.get('src');
  if (typeof src !== 'string') throw file.error(`<${element.tag}> needs a src`, element.at);
  try {
    return files.load(files.resolve(src, file, '.wxml'));
  } catch (error) {
    if (error instanceof Error && error.message.endsWith('does not exist.')) {
      throw file.error(error.message, element.at);
    }
    throw error;
  }
}
