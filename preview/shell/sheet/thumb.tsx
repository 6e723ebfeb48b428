/** One scene in one theme: a still of its phone, small, that leads to the preview. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { DevicePreset } from '../../devices';
import type { SceneEntry } from '../../scene-list';
import { defaults, formatChoices, frameUrl } from '../choices';
import { choices, language, texts } from '../state';
import type { Pool, Taken } from './pool';

/** Width of a small phone, CSS px: two of them and their captions make a card. */
export const THUMB_WIDTH = 188;

interface ThumbProps {
  scene: SceneEntry;
  theme: 'light' | 'dark';
  device: DevicePreset;
  pool: Pool;
  /** Grows when the sources have changed: the still is taken anew, the old one stays until then. */
  edition: number;
  /** Called when the scene has settled, with its still, or failed to (null). */
  onDone: (taken: Taken | null) => void;
}

export function Thumb(props: ThumbProps) {
  const { scene, theme, device, pool, edition, onDone } = props;
  const t = texts.value;
  const state = useSignal<'waiting' | 'ready' | 'failed'>('waiting');
  const taken = useSignal<Taken | null>(null);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let left = false;
    const url = frameUrl({ ...defaults, scene: scene.id, theme, device: device.id });
    const job = pool.add(url, device);
    job.taken.then(
      (still) => {
        if (left) return;
        taken.value = still;
        state.value = 'ready';
        onDone(still);
      },
      (error: unknown) => {
        if (left) return;
        console.error(error);
        state.value = 'failed';
        onDone(null);
      },
    );
    const near = new IntersectionObserver(([entry]) => job.hurry(entry?.isIntersecting ?? false), {
      rootMargin: '200px',
    });
    if (box.current) near.observe(box.current);
    return () => {
      left = true;
      near.disconnect();
      job.drop();
    };
  }, [pool, scene.id, theme, device.id, edition]);

  const scale = THUMB_WIDTH / device.width;
  const name = `${scene.title[language.value]}, ${t[theme]}`;
  const still = taken.value;
  return (
    <div
      ref={box}
      class="thumb"
      data-theme={theme}
      data-state={state.value}
      data-problems={still?.problems}
      style={{ width: `${THUMB_WIDTH}px`, height: `${device.height * scale}px` }}
    >
      {still && (
        <iframe
          title={name}
          tabIndex={-1}
          // No scripts: it is a picture.
          sandbox="allow-same-origin"
          loading="lazy"
          srcdoc={still.html}
          width={device.width}
          height={device.height}
          style={{ scale: `${scale}` }}
        />
      )}
      {state.value !== 'ready' && (
        <span class="state">{state.value === 'failed' ? t.sheetPage.failed : t.sheetPage.waiting}</span>
      )}
      {still && still.problems > 0 && (
        <span class="trouble" title={t.sheetPage.problems(still.problems)}>
          {still.problems}
        </span>
      )}
      <a
        class="cover"
        href={`./${formatChoices({ ...choices.value, same: '', scene: scene.id, theme })}`}
        title={t.sheetPage.open}
      >
        <span class="unseen">{`${name}: ${t.sheetPage.open}`}</span>
      </a>
    </div>
  );
}
