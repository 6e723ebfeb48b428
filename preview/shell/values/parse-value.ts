/** Parses a value that the user has typed. Pure. */
import type { ValueView } from '../../live-values';

/** The types that the user can choose for a value. */
export const editKinds = ['String', 'Number', 'Boolean', 'Null', 'JSON'] as const;
/** The types for a storage entry. The storage also supports dates and `undefined` (typings 5.2.3, `wx.setStorage`). */
export const storageKinds = [...editKinds, 'Date', 'Undefined'] as const;
export type EditKind = (typeof storageKinds)[number];

/** A value, or the reason why the text is invalid. `detail`: message of the browser's parser; may be empty. */
export type Parsed =
  | { readonly value: unknown }
  | { readonly problem: 'Number' | 'JSON' | 'Date'; readonly detail: string };

/** Parses a text as this type. A string is used as written, without quotes. */
export function parseValue(kind: EditKind, text: string): Parsed {
  switch (kind) {
    case 'String':
      return { value: text };
    case 'Boolean':
      return { value: text === 'true' };
    case 'Null':
      return { value: null };
    case 'Undefined':
      return { value: undefined };
    case 'Number': {
      const value = Number(text);
      return text.trim() === '' || !Number.isFinite(value) ? { problem: 'Number', detail: '' } : { value };
    }
    case 'Date': {
      const value = new Date(text);
      return Number.isNaN(value.getTime()) ? { problem: 'Date', detail: '' } : { value };
    }
    case 'JSON':
      try {
        return { value: JSON.parse(text) };
      } catch (error) {
        return { problem: 'JSON', detail: error instanceof Error ? error.message : String(error) };
      }
  }
}

/** The initial type in the editor. */
export function kindOfView({ kind, text }: ValueView): EditKind {
  switch (kind) {
    case 'text':
      return 'String';
    case 'number':
      return 'Number';
    case 'boolean':
      return 'Boolean';
    case 'null':
      return 'Null';
    case 'other':
      return text === 'undefined' ? 'Undefined' : 'Date';
    default:
      return 'JSON';
  }
}

/** The initial text in the editor. @param json the value as JSON */
export function startText(kind: EditKind, json: string): string {
  return kind === 'String' ? (JSON.parse(json) as string) : json;
}
