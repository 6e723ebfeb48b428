/** The panel *Network*: the network speed, and the endpoints that fail. */
import { linkSpeeds, type Speed, speeds } from '../../../simulator/phone/link-speed';
import type { PreviewPhone } from '../../bridge';
import { type EndpointState, faultKinds, formatFaults, parseFaults } from '../../faults';
import { choose, current, language, texts } from '../state';

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} KB/s`;

function SpeedChooser() {
  const t = texts.value.network;
  const options: readonly (Speed | '')[] = ['', ...speeds];
  const figures = (speed: Speed | '') => {
    if (speed === '') return t.asSceneHint;
    const { latency, down, up } = linkSpeeds[speed];
    return t.figures(`${Math.round(latency)} ms`, kilobytes(down), kilobytes(up));
  };
  return (
    <fieldset class="speeds">
      <legend>{t.speed}</legend>
      {options.map((speed) => (
        <label key={speed}>
          <input
            type="radio"
            name="speed"
            checked={current.value.net === speed}
            onChange={() => choose({ net: speed })}
          />
          <span>
            <b>{speed === '' ? texts.value.asScene : t.speeds[speed]}</b> {figures(speed)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function pick(endpoint: string, fault: string): void {
  const picked = parseFaults(current.peek().fault);
  if (fault === '') picked.delete(endpoint);
  else picked.set(endpoint, fault);
  choose({ fault: formatFaults(picked) });
}

function lastText({ requestCount, lastStatus }: EndpointState): string {
  const t = texts.value;
  if (requestCount === 0) return t.network.notAsked;
  const answer =
    lastStatus === undefined ? t.log.pending : lastStatus === null ? t.log.noAnswer : `${lastStatus}`;
  return t.network.asked(requestCount, answer);
}

function EndpointRow(props: { endpoint: EndpointState; fault: string }) {
  const { endpoint, fault } = props;
  const t = texts.value.network;
  return (
    <li data-fault={fault === '' ? undefined : fault}>
      <label class="chooser">
        <span class="name">{endpoint.name}</span>
        <select value={fault} onChange={(event) => pick(endpoint.name, event.currentTarget.value)}>
          <option value="">{t.works}</option>
          {faultKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t.kinds[kind]}
            </option>
          ))}
          {endpoint.own.map(({ id, title }) => (
            <option key={id} value={id}>
              {title[language.value]}
            </option>
          ))}
        </select>
      </label>
      <span class="last">{lastText(endpoint)}</span>
    </li>
  );
}

export function NetworkPanel(props: { phone: PreviewPhone; version: number; restart: () => void }) {
  const t = texts.value.network;
  const picked = parseFaults(current.value.fault);
  const { endpoints } = props.phone;
  return (
    <section class="block network">
      <SpeedChooser />
      <h2>{t.endpoints}</h2>
      {endpoints.length === 0 ? (
        <p class="empty">{t.none}</p>
      ) : (
        <ul>
          {endpoints.map((endpoint) => (
            <EndpointRow key={endpoint.name} endpoint={endpoint} fault={picked.get(endpoint.name) ?? ''} />
          ))}
        </ul>
      )}
      <p class="note">{t.note}</p>
      <p class="buttons">
        <button type="button" class="quiet" onClick={props.restart}>
          {texts.value.restart}
        </button>
        <button
          type="button"
          class="quiet"
          disabled={picked.size === 0}
          onClick={() => choose({ fault: '' })}
        >
          {t.allWork}
        </button>
      </p>
    </section>
  );
}
