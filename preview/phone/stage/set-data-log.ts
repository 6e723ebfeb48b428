/** Logs every `setData` of pages and components. */
import { component } from 'glass-easel-miniprogram-adapter';
import { copyOf } from '../../../simulator/program/data-copy';
import type { StageLog } from './log';

/**
 * Starts the logging. It ends when the frame is unloaded. Call it only once, because it wraps the engine's `setData`.
 */
export function logSetData(log: StageLog): void {
  const { prototype } = component.ComponentCaller;
  const original = prototype.setData;
  prototype.setData = function setData(this: { is: string }, data: object, callback?: () => void) {
    original.call(this as never, data as never, callback);
    log.add({ kind: 'set-data', route: this.is, data: copyOf(data) });
  } as typeof original;
}
