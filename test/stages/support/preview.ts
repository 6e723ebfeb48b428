/** The preview as a driver for the runner: its compiler, engine and built-in components, in jsdom. */
import { listenForGestures } from '../../../preview/phone/engine/gestures';
import { createLog } from '../../../preview/phone/stage/log';
import { createStage } from '../../../preview/phone/stage/stage';
import type { Chrome } from '../../../preview/screen/chrome';
import { onUnhandledRejection } from '../../../simulator/headless/rejections';
import { attributesGiven, watchTemplates } from './attributes';
import type { Case, Step, Target } from './case';
import { fillGaps } from './jsdom-gaps';
import { casePhone } from './phone';
import { findAll, idOf, nodeOf, passingClasses, tagOf, textOf, viewOf } from './preview-page';
import { confirm, fire, input, pickNickname, submit, tap } from './preview-touch';
import { compileForPreview } from './program';
import { setDataCount, setDataOf } from './set-data';
import { type Driver, RefusedError } from './stage';
import { treeOf } from './tree';

const log = createLog(() => 0);

/** Opens the mini-program in `root` on the preview's stage. */
export async function previewDriver(one: Case, root: string): Promise<Driver> {
  fillGaps();
  log.clear();
  const compiled = await compileForPreview(root);
  const bad = compiled.problems.find(({ severity }) => severity === 'error');
  const sources = { ...compiled.sources, templates: watchTemplates(compiled.sources.templates) };
  const errors: string[] = [];
  const { phone, clock, close: closePhone } = casePhone(one, log.problemOnce);
  const place = document.createElement('div');
  document.body.append(place);
  let chrome: Chrome | undefined;
  let nickname = '';
  let started: readonly [string, Readonly<Record<string, string>>] = ['', {}];

  // The stage logs an exception to the console; collect it here instead.
  const { error: consoleError } = console;
  console.error = (error: unknown) =>
    void errors.push(error instanceof Error ? error.message : String(error));

  const stage = createStage({
    phone,
    sources,
    styles: sources.styles,
    log,
    root: place,
    theme: 'light',
    device: '375',
    services: {
      phone,
      picture: (src: string) => src,
      nickname: async () => nickname,
      reportOnce: log.problemOnce,
    },
    barsChanged(next) {
      chrome = next;
    },
    crashed: (error) => errors.push(error instanceof Error ? error.message : String(error)),
  });
  const stop = [
    // A browser fires an event of the window; jsdom has none.
    onUnhandledRejection((reason, promise) => {
      promise.catch(() => {});
      window.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason, promise }));
    }),
    listenForGestures({ root: place, asTap: (run) => phone.tap(run), tapped() {} }),
  ];

  /** The engine reports a rendered page one macrotask later, and its listeners may render again. */
  async function settle(): Promise<void> {
    for (let seen = -1; seen !== setDataCount(); ) {
      seen = setDataCount();
      await phone.settle();
      await new Promise((resolve) => setTimeout(resolve));
      await phone.settle();
    }
  }
  const top = () => {
    const page = stage.pages.at(-1);
    if (page === undefined)
      throw new Error(`no page is open${errors.length > 0 ? `: ${errors.join('; ')}` : ''}`);
    return page;
  };
  const dom = () => top().window.element;
  function find(target: Target): Element {
    const found = findAll(dom(), target);
    const [first] = found;
    if (first === undefined)
      throw new Error(`nothing matches ${JSON.stringify(target)} in:\n${textOf(dom())}`);
    return first;
  }

  async function perform(step: Step): Promise<void> {
    if (step.tap !== undefined) tap(find(step.tap));
    else if (step.input !== undefined) input(find(step.input[0]), step.input[1]);
    else if (step.confirm !== undefined) confirm(find(step.confirm[0]), step.confirm[1]);
    else if (step.pickNickname !== undefined) {
      nickname = step.pickNickname[1];
      await pickNickname(find(step.pickNickname[0]), settle);
    } else if (step.submit !== undefined) submit(find(step.submit));
    else if (step.fire !== undefined) fire(find(step.fire[0]), step.fire[1], step.fire[2] ?? {});
    else if (step.pullDown) phone.wx.startPullDownRefresh();
    else if (step.reachBottom) (top().instance.onReachBottom as () => void).call(top().instance);
    else if (step.back) stage.actions.back();
    else if (step.tapTab !== undefined) stage.actions.switchTab(tabOf(step.tapTab));
    else if (step.goTo !== undefined) phone.wx.navigateTo({ url: step.goTo, fail() {} });
    else if (step.hide) stage.actions.capsule('background');
    else if (step.show) stage.actions.capsule('closed');
    else if (step.relaunch) stage.launch(...started);
    else if (step.call !== undefined) {
      const [name, ...args] = step.call;
      (top().instance[name] as (...all: unknown[]) => unknown)(...args);
    } else if (step.phone !== undefined) await step.phone(phone);
    if (step.wait !== undefined) await clock.advance(step.wait);
    await settle();
  }

  function tabOf(tab: string): string {
    const { list = [] } = (sources.manifest.app.tabBar ?? {}) as {
      list?: { text?: string; pagePath: string }[];
    };
    return list.find(({ text, pagePath }) => text === tab || pagePath === tab)?.pagePath ?? tab;
  }

  return {
    name: 'preview',
    phone,
    errors,
    get reports() {
      return [
        ...compiled.problems.filter(({ severity }) => severity === 'warning').map(({ message }) => message),
        ...log.events
          .flatMap((line) => (line.kind === 'problem' ? [line.message] : []))
          .filter((message) => !errors.some((error) => message.includes(error))),
      ];
    },
    async open(page, query) {
      if (bad !== undefined) {
        const { file, line, column, message } = bad;
        throw new RefusedError(`${file}:${line}:${column}: ${message}`, {
          file,
          line,
          column,
          message,
        });
      }
      started = [page, query];
      stage.launch(...started);
      await settle();
    },
    act: perform,
    pages: () => stage.pages.map(({ route }) => route),
    title: () => chrome?.navigation.title ?? '',
    text: () => textOf(dom()),
    data: () => top().instance.data,
    setData: () => setDataOf(top().instance),
    findAll: (target) => findAll(dom(), target).map(viewOf),
    app: () => stage.app ?? {},
    tree: () =>
      treeOf(dom(), {
        isOwn: (element) => nodeOf(element) !== undefined && tagOf(element) !== 'page',
        tag: tagOf,
        id: idOf,
        passing: passingClasses,
        attributes: (element) => {
          const node = nodeOf(element);
          const component = node?.asGeneralComponent();
          return {
            given: node === undefined ? [] : attributesGiven(node),
            properties: component?.is.startsWith('wx/') === false ? component.data : {},
          };
        },
      }),
    close() {
      closePhone();
      stage.close();
      for (const end of stop) end();
      place.remove();
      console.error = consoleError;
    },
  };
}
