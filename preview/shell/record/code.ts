/** Writes a recording as code: a scene of `phone.config.ts`, or a test. Pure. */
import type { RecordedStep, RecordedTarget } from '../../record-steps';

/** A recording, with the state at its start and at its end. */
export interface Recorded {
  /** Id of the scene in which it began. */
  scene: string;
  /** Page on which the scene begins, with its query; empty = the home page. */
  page: string;
  /** Home page of the mini-program. */
  home: string;
  /** The era and the base-library version (`sdk`). Empty: the scene's. */
  era: string;
  sdk: string;
  steps: readonly RecordedStep[];
  /** The page at the end, and some texts on it. */
  end: { route: string; texts: readonly string[] };
}

/** A text as a JavaScript literal in single quotes. */
const quoted = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;

function targetText(on: RecordedTarget): string {
  const place = on.nth === undefined ? '' : `, nth: ${on.nth}`;
  if ('text' in on) return `{ text: ${quoted(on.text)}${place} }`;
  return place === '' ? quoted(on.selector) : `{ selector: ${quoted(on.selector)}${place} }`;
}

/** An argument of a screen item's method, as code. The bytes of a picture are replaced by a short sample. */
function argumentText(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'object' && value !== null && 'bytes' in value) {
    return "{ bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47]), type: 'image/png' }";
  }
  return value === undefined ? '' : JSON.stringify(value);
}

const pageOf = ({ page, home }: Recorded): string => (page === '' ? home : page);

/** The arguments of `stage.open`, e.g. `'pages/a/a', { n: '1' }`. */
function openArguments(page: string): string {
  const [route = '', query = ''] = page.split('?');
  const pairs = query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return `${quoted(name)}: ${quoted(value.join('='))}`;
    });
  return pairs.length === 0 ? quoted(route) : `${quoted(route)}, { ${pairs.join(', ')} }`;
}

function testLines(step: RecordedStep, recorded: Recorded): string[] {
  switch (step.kind) {
    case 'tap':
      return [`await stage.page.tap(${targetText(step.on)});`];
    case 'type':
      return [`await stage.page.input(${targetText(step.into)}, ${quoted(step.text)});`];
    case 'answer': {
      const args = step.args.map(argumentText).filter((text) => text !== '');
      return [
        `phone.screen.get(${quoted(step.of)}).${step.call}(${args.join(', ')});`,
        'await stage.settle();',
      ];
    }
    case 'back':
      return ['await stage.back();'];
    case 'tab':
      return [`await stage.tapTab(${quoted(step.page)});`];
    case 'relaunch':
      return ['await stage.relaunch();', `await stage.open(${openArguments(pageOf(recorded))});`];
    case 'online':
      return [`phone.setOnline(${step.online});`];
    case 'other':
      return [`// ${step.what}`];
  }
}

/** The recording as a test for Jest or Vitest. It passes without changes. */
export function testCode(recorded: Recorded): string {
  const { scene, steps, end, era, sdk } = recorded;
  const changes = [era && `era: ${quoted(era)}`, sdk && `sdkVersion: ${quoted(sdk)}`].filter(Boolean);
  const options = changes.length === 0 ? '' : `, { phoneOptions: { ${changes.join(', ')} } }`;
  const body = [
    `const { stage${steps.some(({ kind }) => kind === 'answer' || kind === 'online') ? ', phone' : ''} } = await launch(${quoted(scene)}${options});`,
    `if (stage.pages.length === 0) await stage.open(${openArguments(pageOf(recorded))});`,
    ...steps.flatMap((step) => testLines(step, recorded)),
    `expect(stage.page.route).toBe(${quoted(end.route)});`,
    ...end.texts.map((text) => `expect(stage.page.has(${quoted(text)})).toBe(true);`),
  ];
  return [
    "import { launch } from 'miniprogram-phone';",
    '',
    `test(${quoted(`${scene}, recorded`)}, async () => {`,
    ...body.map((line) => `  ${line}`),
    '});',
    '',
  ].join('\n');
}

/** Converts a recorded step to a step of a scene; null: a scene cannot contain this step. */
function sceneStep(step: RecordedStep): object | null {
  if (step.kind === 'tap') {
    if (!('text' in step.on)) return null;
    const { text, nth } = step.on;
    return nth === undefined ? { tap: text } : { tap: text, nth };
  }
  if (step.kind === 'type')
    return step.name === '' || step.into.nth !== undefined ? null : { type: step.text, into: step.name };
  if (step.kind !== 'answer') return null;
  const { of, call, args } = step;
  if (of === 'authorize' || of === 'modal' || of === 'phone-number') {
    return args.some((one) => one !== undefined && one !== 0) ? null : { answer: of, with: call };
  }
  if (of === 'phone-quota') return { answer: of, with: 'close' };
  if (of !== 'avatar') return null;
  if (call === 'cancel') return { answer: of, with: 'cancel' };
  return call === 'useWechat' ? { answer: of, with: 'wechat' } : null;
}

/** An object as code, e.g. `{ tap: '登录' }`. */
function objectText(value: object): string {
  const entries = Object.entries(value).map(([name, one]) => {
    const key = /^[\w$]+$/.test(name) ? name : quoted(name);
    return `${key}: ${typeof one === 'object' ? objectText(one) : typeof one === 'string' ? quoted(one) : String(one)}`;
  });
  return `{ ${entries.join(', ')} }`;
}

/** The lines of `steps`. All switches of one visit to the settings page become one step. */
function sceneLines(steps: readonly RecordedStep[]): string[] {
  const lines: string[] = [];
  let switches: Record<string, unknown> = {};
  for (const step of steps) {
    if (step.kind === 'answer' && step.of === 'settings') {
      if (step.call === 'set') switches[String(step.args[0])] = step.args[1];
      else {
        lines.push(`${objectText({ answer: 'settings', set: switches })},`);
        switches = {};
      }
      continue;
    }
    const one = sceneStep(step);
    lines.push(one ? `${objectText(one)},` : `// A scene has no step for this: ${JSON.stringify(step)}`);
  }
  return lines;
}

/** The recording as a scene that extends the scene in which it was recorded. */
export function sceneCode(recorded: Recorded): string {
  const { scene, page, era, sdk, steps } = recorded;
  const phone = [era && `era: ${quoted(era)}`, sdk && `sdkVersion: ${quoted(sdk)}`].filter(Boolean);
  const lines = [
    `...scenes[${quoted(scene)}],`,
    `title: ${quoted(`${scene}, recorded`)},`,
    ...(page === '' ? [] : [`page: ${quoted(page)},`]),
    ...(phone.length === 0 ? [] : [`phone: { ...scenes[${quoted(scene)}]?.phone, ${phone.join(', ')} },`]),
    'steps: [',
    `  ...(scenes[${quoted(scene)}]?.steps ?? []),`,
    ...sceneLines(steps).map((line) => `  ${line}`),
    '],',
  ];
  return [`${quoted(`${scene}-recorded`)}: {`, ...lines.map((line) => `  ${line}`), '},', ''].join('\n');
}
