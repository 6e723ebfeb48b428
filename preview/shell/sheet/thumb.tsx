/** The small snapshot of one scene in one theme, with a link to the preview. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { DevicePreset } from '../../devices';
import type { SceneEntry } from '../../scene-list';
import { formatChoices } from '../choices';
import { choices, language, texts } from '../state';
import type { Job, Taken, Theme } from './pool';
import { openDialogs } from './scene-snapshot';

/** Width of a snapshot, CSS px. A card has two of them. */
const THUMB_WIDTH = 188;

/** Runs a function when the browser is idle. @returns a function that cancels this */
function whenIdle(run: () => void): () => void {
  // Safari has no idle callbacks.
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(run);
    return () => clearTimeout(timer);
  }
  const callback = window.requestIdleCallback(run);
  return () => window.cancelIdleCallback(callback);
}

/**
 * Stops the animations of a snapshot. An endless animation (a spinner) is paused; any other (an opening sheet) is
 * finished.
 */
function stopAnimations(document: Document | null): void {
  for (const animation of document?.getAnimations() ?? []) {
    const isEndless = animation.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY;
    if (isEndless) animation.pause();
    else animation.finish();
  }
}

interface ThumbProps {
  scene: SceneEntry;
  theme: Theme;
  device: DevicePreset;
  /**
   * The job that takes the snapshot. For a new job, the old snapshot stays visible until the new one exists. null in
   * the first render.
   */
  job: Job | null;
  /** Whether all snapshots exist. Only then snapshots far from the viewport are drawn, because a frame is slow. */
  complete: boolean;
  /** Called with the snapshot of the settled scene, or with null if the scene failed. */
  onDone: (taken: Taken | null) => void;
}

export function Thumb(props: ThumbProps) {
  const { scene, theme, device, job, complete, onDone } = props;
  const t = texts.value;
  const state = useSignal<'waiting' | 'ready' | 'failed'>('waiting');
  const taken = useSignal<Taken | null>(null);
  const isDrawn = useSignal(false);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (job === null) return;
    let left = false;
    isDrawn.value = false;
    job.taken[theme].then(
      (snapshot) => {
        if (left) return;
        taken.value = snapshot;
        state.value = 'ready';
        onDone(snapshot);
      },
      (error: unknown) => {
        if (left) return;
        console.error(error);
        state.value = 'failed';
        onDone(null);
      },
    );
    const observer = new IntersectionObserver(
      ([entry]) => {
        const isNear = entry?.isIntersecting ?? false;
        job.setUrgent(isNear);
        if (isNear) isDrawn.value = true;
      },
      { rootMargin: '200px' },
    );
    if (box.current) observer.observe(box.current);
    return () => {
      left = true;
      observer.disconnect();
    };
  }, [job, theme]);
  useEffect(() => {
    const { current } = box;
    // A snapshot out of view has no computed style (sheet.css). Its animations begin when the user scrolls to it: stop
    // them then.
    const stop = () => stopAnimations(current?.querySelector('iframe')?.contentDocument ?? null);
    current?.addEventListener('contentvisibilityautostatechange', stop);
    return () => current?.removeEventListener('contentvisibilityautostatechange', stop);
  }, []);
  useEffect(() => {
    if (!complete) return;
    return whenIdle(() => {
      isDrawn.value = true;
    });
  }, [complete, isDrawn]);

  const scale = THUMB_WIDTH / device.width;
  const name = `${scene.title[language.value]}, ${t[theme]}`;
  const snapshot = taken.value;
  return (
    <div
      ref={box}
      class="thumb"
      data-theme={theme}
      data-state={state.value}
      data-problems={snapshot?.problems}
      style={{ width: `${THUMB_WIDTH}px`, height: `${device.height * scale}px` }}
    >
      {snapshot && isDrawn.value && (
        <iframe
          title={name}
          tabIndex={-1}
          // Blocks scripts, because a snapshot is only a picture.
          sandbox="allow-same-origin"
          srcdoc={snapshot.html}
          width={device.width}
          height={device.height}
          style={{ scale: `${scale}` }}
          onLoad={({ currentTarget: { contentDocument } }) => {
            if (contentDocument) openDialogs(contentDocument);
            stopAnimations(contentDocument);
          }}
        />
      )}
      {state.value !== 'ready' && (
        <span class="state">{state.value === 'failed' ? t.sheetPage.failed : t.sheetPage.waiting}</span>
      )}
      {snapshot && snapshot.problems > 0 && (
        <span class="trouble" title={t.sheetPage.problems(snapshot.problems)}>
          {snapshot.problems}
        </span>
      )}
      <a
        class="cover"
        href={`./${formatChoices({ ...choices.value, same: '', changed: '', scene: scene.id, theme })}`}
        title={t.sheetPage.open}
      >
        <span class="unseen">{`${name}: ${t.sheetPage.open}`}</span>
      </a>
    </div>
  );
}
