/** The panel *Record*: the user's steps since the scene began, which can be copied as a scene or a test. */
import { useSignal } from '@preact/signals';
import type { PreviewPhone } from '../../bridge';
import type { FrameLink } from '../frame-link';
import { type Recorded, sceneCode, testCode } from '../record/code';
import { shownTexts } from '../record/shown-texts';
import { stepText } from '../record/step-text';
import { current, texts } from '../state';

function recordedOf(phone: PreviewPhone, document: Document | null): Recorded {
  const { scene, page, era, sdk } = current.peek();
  return {
    scene,
    page,
    era,
    sdk,
    home: phone.routes[0] ?? '',
    steps: phone.recording.steps,
    end: { route: phone.pages().at(-1)?.route ?? '', texts: shownTexts(document) },
  };
}

export function RecordPanel(props: { link: FrameLink; version: number }) {
  const { link } = props;
  const t = texts.value.record;
  const status = useSignal('');
  const phone = link.phone.value;
  if (!phone) return null;
  const { steps } = phone.recording;
  const copy = async (code: (recorded: Recorded) => string) => {
    try {
      await navigator.clipboard.writeText(code(recordedOf(phone, link.document())));
      status.value = texts.value.copied;
    } catch {
      status.value = texts.value.copyFailed;
    }
  };
  return (
    <>
      <p class="note lead-in">{t.intro}</p>
      <section class="block recorded">
        <h2>
          {t.title} <span>{steps.length}</span>
        </h2>
        {steps.length === 0 ? (
          <p class="empty">{t.none}</p>
        ) : (
          <ol>
            {steps.map((step, index) => (
              // Steps are only added at the end, so the index is a stable key.
              <li key={index}>{stepText(step)}</li>
            ))}
          </ol>
        )}
        <p class="buttons">
          <button type="button" class="quiet" disabled={steps.length === 0} onClick={() => copy(testCode)}>
            {t.copyTest}
          </button>
          <button type="button" class="quiet" disabled={steps.length === 0} onClick={() => copy(sceneCode)}>
            {t.copyScene}
          </button>
          <button type="button" class="quiet" onClick={link.restart}>
            {t.again}
          </button>
        </p>
        <p class="note" role="status">
          {status.value}
        </p>
      </section>
    </>
  );
}
