/** The job that takes the snapshots of a scene. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { DevicePreset } from '../../devices';
import { defaults, frameUrl } from '../choices';
import { choices } from '../state';
import type { Job, Pool, Theme } from './pool';

/**
 * Adds the scene to the pool, and again after a change of device, font size, texts or sources.
 * @param revision increases after a change of the sources
 * @returns null in the first render
 */
export function useJob(pool: Pool, scene: string, device: DevicePreset, revision: number): Job | null {
  const { font, text } = choices.value;
  const job = useSignal<Job | null>(null);
  useEffect(() => {
    const url = (theme: Theme) => frameUrl({ ...defaults, font, text, scene, theme, device: device.id });
    const added = pool.add({ light: url('light'), dark: url('dark') }, device);
    job.value = added;
    return added.cancel;
  }, [pool, scene, device.id, font, text, revision]);
  return job.value;
}
