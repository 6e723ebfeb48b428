/** The panel *Check*: tap targets and text contrast of the current page. It outlines a failing element on the phone. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type ContrastReport, checkContrast } from '../checks/contrast';
import type { Finding } from '../checks/finding';
import { marked } from '../checks/marked';
import { checkTargets, type TargetReport } from '../checks/targets';
import type { FrameLink } from '../frame-link';
import { Icon } from '../icons';
import { texts } from '../state';

/** Delay between a change and the check, ms. Transitions must have ended. */
const CHECK_DELAY = 350;

/** Outlines an element at its current position. null or a removed element: no outline. */
function mark(element: HTMLElement | null): void {
  if (!element?.isConnected) {
    marked.value = null;
    return;
  }
  const { left, top, width, height } = element.getBoundingClientRect();
  marked.value = { left, top, width, height };
}

function FindingRow(props: {
  finding: Finding;
  chosen: Finding | null;
  onChoose: (finding: Finding | null) => void;
}) {
  const { finding, chosen, onChoose } = props;
  const t = texts.value.check;
  const back = () => mark(chosen?.element ?? null);
  return (
    <li>
      <button
        type="button"
        class="finding"
        title={t.find}
        aria-pressed={chosen === finding}
        onMouseEnter={() => mark(finding.element)}
        onMouseLeave={back}
        onFocus={() => mark(finding.element)}
        onBlur={back}
        onClick={() => {
          onChoose(chosen === finding ? null : finding);
          finding.element.scrollIntoView({ block: 'center' });
          mark(finding.element);
        }}
      >
        <b>{finding.name}</b>
        <span>
          <em>{finding.measured}</em> {t.need} {finding.need}
        </span>
      </button>
    </li>
  );
}

interface RuleProps {
  name: string;
  rule: string;
  report: { checked: number; failing: readonly Finding[] };
  unknown?: number;
}

function Rule(props: RuleProps) {
  const { checked, failing } = props.report;
  const t = texts.value.check;
  const chosen = useSignal<Finding | null>(null);
  const good = failing.length === 0;
  return (
    <section class="block rule" data-tone={good ? 'good' : 'bad'}>
      <h2>
        <Icon name={good ? 'check' : 'cross'} />
        {props.name}
      </h2>
      <p>
        <b role="status">{good ? t.passed(checked) : t.failed(failing.length, checked)}</b>{' '}
        <span>{props.rule}</span>
      </p>
      <ul>
        {failing.map((finding, index) => (
          <FindingRow
            // Two findings can have the same name, so the key contains the index.
            key={`${index}-${finding.name}`}
            finding={finding}
            chosen={chosen.value}
            onChoose={(one) => {
              chosen.value = one;
            }}
          />
        ))}
      </ul>
      {props.unknown ? <p class="note">{t.unknown(props.unknown)}</p> : null}
    </section>
  );
}

export function CheckPanel(props: { link: FrameLink; version: number }) {
  const { link, version } = props;
  const t = texts.value.check;
  const result = useSignal<{ targets: TargetReport; contrast: ContrastReport } | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      const document = link.document();
      if (!document?.body) return;
      marked.value = null;
      result.value = { targets: checkTargets(document), contrast: checkContrast(document) };
    }, CHECK_DELAY);
    return () => clearTimeout(timer);
  }, [link, version, result]);
  useEffect(
    () => () => {
      marked.value = null;
    },
    [],
  );
  return (
    <>
      <p class="note lead-in">{t.intro}</p>
      {result.value && <Rule name={t.targets} rule={t.targetsRule} report={result.value.targets} />}
      {result.value && (
        <Rule
          name={t.contrast}
          rule={t.contrastRule}
          report={result.value.contrast}
          unknown={result.value.contrast.unknown}
        />
      )}
    </>
  );
}
