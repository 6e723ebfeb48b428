/** Merges the phone's log and the stage's log into one list of lines. Pure. */
import type { PhoneEvent } from '../../../simulator/types';
import type { StageEvent } from '../../bridge';
import { maskSecrets } from './mask';

/** The kinds of lines, in the order of their filters. */
export const lineKinds = [
  'request',
  'call',
  'tap',
  'outside',
  'set-data',
  'life-cycle',
  'console',
  'sync',
  'problem',
] as const;
export type LineKind = (typeof lineKinds)[number];

/** One line of the panel *Log*. */
export interface LogLine {
  /** Unique and stable. */
  key: string;
  kind: LineKind;
  /** Milliseconds since 1970. */
  at: number;
  /** `wx.login`, `GET /api/index/onlogin`, `setData` … */
  title: string;
  /** Result, e.g. a status, `ok`, a route; empty: none, or not yet. */
  outcome: string;
  /** Duration, ms; null: none, or not yet. */
  ms: number | null;
  tone: 'plain' | 'good' | 'bad' | 'open';
  /** Shown when the user unfolds the line. null: the line cannot be unfolded. */
  details: Readonly<Record<string, unknown>> | null;
}

/**
 * Does this API return at once, without a dialog or a request? The log contains many such calls, so they are hidden by
 * default.
 */
const isSync = (api: string): boolean =>
  /Sync$/.test(api) || api === 'canIUse' || /^get(AppBase|Device|Window)Info$/.test(api);

/** Is it a host of this computer, where the mock backend listens? */
const isOwn = (host: string): boolean => /^(phone\.invalid|localhost|127\.0\.0\.1)(:\d+)?$/.test(host);

/**
 * The path of a URL; for another computer, also the host. The query is left out, because it contains codes and session
 * ids.
 */
export function pathOf(url: string): string {
  try {
    const { host, pathname } = new URL(url, 'http://phone.invalid');
    return isOwn(host) ? pathname : `${host}${pathname}`;
  } catch {
    return url.split('?')[0] ?? url;
  }
}

/** The arguments of a `console` call as one line. */
function consoleText(args: unknown): string {
  const texts = (Array.isArray(args) ? args : [args]).map((one) =>
    typeof one === 'string' ? one : (JSON.stringify(maskSecrets(one)) ?? String(one)),
  );
  return texts.join(' ').slice(0, 400);
}

const isPlain = (args: unknown): boolean =>
  !Array.isArray(args) || args.every((one) => typeof one !== 'object' || one === null);

/** The part of `errMsg` after the API's name. The whole result would be too long. */
function outcomeOf(result: unknown): string {
  if (typeof result === 'object' && result !== null && 'errMsg' in result) {
    const text = String(result.errMsg);
    return text.slice(text.indexOf(':') + 1);
  }
  return '';
}

function phoneLines(events: readonly PhoneEvent[]): LogLine[] {
  const lines: LogLine[] = [];
  const open = new Map<number, LogLine>();
  events.forEach((event, index) => {
    const base = { key: `p${index}`, at: event.at };
    if (event.kind === 'call') {
      const line: LogLine = {
        ...base,
        key: `c${event.id}-${event.at}`,
        kind: isSync(event.api) ? 'sync' : 'call',
        title: `wx.${event.api}`,
        outcome: '',
        ms: null,
        tone: 'open',
        details: { args: event.args },
      };
      open.set(event.id, line);
      lines.push(line);
    } else if (event.kind === 'result') {
      const line = open.get(event.id);
      if (!line) return;
      line.ms = line.kind === 'sync' ? null : event.at - line.at;
      line.tone = event.ok ? 'good' : 'bad';
      line.outcome = outcomeOf(event.result) || (event.ok ? 'ok' : 'fail');
      line.details = { ...line.details, result: event.result };
    } else {
      const { method, url, status, ms } = event;
      lines.push({
        ...base,
        kind: 'request',
        title: `${method} ${pathOf(url)}`,
        outcome: status === null ? '' : String(status),
        ms,
        tone: status !== null && status < 400 ? 'good' : 'bad',
        details: null,
      });
    }
  });
  return lines;
}

function stageLine(event: StageEvent, index: number): LogLine {
  if (event.kind === 'fault') {
    const { at, endpoint, fault } = event;
    const outcome = `${fault} · ${endpoint}`;
    return {
      key: `s${index}`,
      kind: 'outside',
      at,
      title: 'fault',
      outcome,
      ms: null,
      tone: 'bad',
      details: null,
    };
  }
  const base = { key: `s${index}`, kind: event.kind, at: event.at, ms: null, details: null };
  if (event.kind === 'life-cycle') return { ...base, title: event.name, outcome: event.route, tone: 'plain' };
  if (event.kind === 'problem') return { ...base, title: event.message, outcome: '', tone: 'bad' };
  if (event.kind === 'tap') return { ...base, title: event.target, outcome: '', tone: 'plain' };
  if (event.kind === 'outside') return { ...base, title: event.what, outcome: '', tone: 'plain' };
  if (event.kind === 'console') {
    const { level, args } = event;
    const details = isPlain(args) ? null : { args };
    const tone = level === 'error' ? 'bad' : 'plain';
    return { ...base, title: consoleText(args), outcome: level === 'log' ? '' : level, tone, details };
  }
  const { route, data } = event;
  const keys = typeof data === 'object' && data !== null ? Object.keys(data) : [];
  return { ...base, title: 'setData', outcome: keys.join(', '), tone: 'plain', details: { route, data } };
}

/** All lines, oldest first. Lines of the same millisecond keep their order. */
export function logLines(phone: readonly PhoneEvent[], stage: readonly StageEvent[]): LogLine[] {
  return [...phoneLines(phone), ...stage.map(stageLine)].sort((a, b) => a.at - b.at);
}
