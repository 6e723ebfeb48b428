/** One scene in one theme: a live phone, small, that leads to the preview. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Scenario } from '../../../mock-server/types';
import type { PreviewPhone } from '../../bridge';
import type { DevicePreset } from '../../devices';
import { defaults, formatChoices, frameUrl } from '../choices';
import { choices, language, texts } from '../state';
import { loadFrame } from './load-frame';
import type { Queue } from './queue';

/** Width of a small phone, CSS px: two of them and their captions make a card. */
export const THUMB_WIDTH = 188;

interface ThumbProps {
  scene: Scenario;
  theme: 'light' | 'dark';
  device: DevicePreset;
  queue: Queue;
  /** Called once, when the scene has settled (true) or failed to (false). */
  onDone: (ready: boolean) => void;
}

export function Thumb(props: ThumbProps) {
  const { scene, theme, device, queue } = props;
  const t = texts.value;
  const state = useSignal<'waiting' | 'loading' | 'ready' | 'failed'>('waiting');
  const frame = useRef<HTMLIFrameElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const phone = useSignal<PreviewPhone | null>(null);

  useEffect(() => {
    const leaving = new AbortController();
    const job = queue.add(async () => {
      if (!frame.current || leaving.signal.aborted) return;
      state.value = 'loading';
      const url = frameUrl({ ...defaults, scene: scene.id, theme, device: choices.peek().device });
      try {
        phone.value = await loadFrame(frame.current, url, leaving.signal);
        state.value = 'ready';
      } catch (error) {
        if (leaving.signal.aborted) return;
        console.error(error);
        state.value = 'failed';
      }
      props.onDone(state.value === 'ready');
    });
    const near = new IntersectionObserver(([entry]) => job.hurry(entry?.isIntersecting ?? false), {
      rootMargin: '200px',
    });
    if (box.current) near.observe(box.current);
    return () => {
      near.disconnect();
      job.drop();
      leaving.abort();
    };
  }, [queue, scene.id, theme]);

  const running = phone.value;
  useEffect(() => {
    if (running && running.settings.device !== device.id) running.setDevice(device.id);
  }, [running, device.id]);

  const scale = THUMB_WIDTH / device.width;
  const name = `${scene.title[language.value]}, ${t[theme]}`;
  return (
    <div
      ref={box}
      class="thumb"
      data-theme={theme}
      data-state={state.value}
      style={{ width: `${THUMB_WIDTH}px`, height: `${device.height * scale}px` }}
    >
      <iframe
        ref={frame}
        title={name}
        tabIndex={-1}
        width={device.width}
        height={device.height}
        style={{ scale: `${scale}` }}
      />
      {state.value !== 'ready' && (
        <span class="state">{state.value === 'failed' ? t.sheetPage.failed : t.sheetPage.waiting}</span>
      )}
      <a
        class="cover"
        href={`./${formatChoices({ ...choices.value, scene: scene.id, theme })}`}
        title={t.sheetPage.open}
      >
        <span class="unseen">{`${name}: ${t.sheetPage.open}`}</span>
      </a>
    </div>
  );
}
