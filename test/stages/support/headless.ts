/** The headless stage as a driver for the runner. */

import type { PageHandle } from '../../../simulator/headless';
import { createHeadless } from '../../../simulator/headless';
import { nodeOf, tagOf } from '../../../simulator/headless/dom';
import type { Case, Step, Target } from './case';
import { casePhone } from './phone';
import { type Driver, type ElementView, RefusedError } from './stage';
import { treeOf } from './tree';

const PLACE = /^([\w./@-]+\.\w+):(\d+):(\d+): ([\s\S]*)$/;

/** Converts a compile error into a RefusedError. Its message names a position in a source. */
function refused(error: unknown): unknown {
  // A syntax error in a script comes from Jest's transform: it is an Error of another realm.
  const { message: whole } = error as Error;
  const [, file = '', line, column, message = ''] = PLACE.exec(whole) ?? [];
  if (file === '') return error;
  return new RefusedError(whole, { file, line: Number(line), column: Number(column), message });
}

/** Opens the mini-program in `root` on the headless stage. */
export function headlessDriver(one: Case, root: string): Driver {
  const errors: string[] = [];
  const reports: string[] = [];
  const { phone, clock, close: closePhone } = casePhone(one, (message) => reports.push(message));
  const stage = createHeadless({
    root,
    phone,
    report: (message) => reports.push(message),
    ignore(error) {
      errors.push(error instanceof Error ? error.message : String(error));
      return true;
    },
  });
  const page = (): PageHandle => stage.page;

  async function perform(step: Step): Promise<void> {
    if (step.tap !== undefined) await page().tap(step.tap);
    else if (step.input !== undefined) await page().input(...step.input);
    else if (step.confirm !== undefined) await page().confirm(...step.confirm);
    else if (step.pickNickname !== undefined) await page().pickNickname(...step.pickNickname);
    else if (step.submit !== undefined) await page().submit(step.submit);
    else if (step.fire !== undefined) await page().fire(...step.fire);
    else if (step.pullDown) await page().pullDown();
    else if (step.reachBottom) await page().reachBottom();
    else if (step.back) await stage.back();
    else if (step.tapTab !== undefined) await stage.tapTab(step.tapTab);
    else if (step.goTo !== undefined) phone.wx.navigateTo({ url: step.goTo, fail() {} });
    else if (step.hide) await stage.hide();
    else if (step.show) await stage.show();
    else if (step.relaunch) {
      const { route, options } = page();
      stage.kill();
      await stage.open(route, options);
    } else if (step.call !== undefined) {
      const [name, ...args] = step.call;
      (page().instance[name] as (...all: unknown[]) => unknown)(...args);
    } else if (step.phone !== undefined) await step.phone(phone);
    if (step.wait !== undefined) await clock.advance(step.wait);
    await stage.settle();
  }

  return {
    name: 'headless',
    phone,
    errors,
    reports,
    async open(route, query) {
      try {
        await stage.open(route, query);
      } catch (error) {
        throw refused(error);
      }
    },
    act: perform,
    pages: () => stage.pages.map(({ route }) => route),
    title: () => page().title,
    text: () => page().text(),
    data: () => page().data,
    setData: () => page().setDataCalls,
    findAll: (target: Target): ElementView[] =>
      page()
        .findAll(target)
        .map((element) => ({
          tag: element.tag,
          id: String(element.attribute('id') ?? ''),
          classes: element.classes,
          dataset: element.dataset,
          text: element.text(),
          value: element.value,
          attribute: (name) => element.attribute(name),
        })),
    app: () => stage.app,
    tree: () =>
      treeOf(page().dom, {
        isOwn: (element) =>
          nodeOf(element) !== undefined && element.tagName !== 'VIRTUAL' && element.tagName !== 'PAGE-BODY',
        tag: tagOf,
        id: ({ id }) => id,
        attributes: (element) => ({
          given: (nodeOf(element)?._vt?.attrs ?? []).map(
            // Names of the dataset become lower case first, as in WeChat; the preview's engine has done so already.
            ({ name, value }) => [name.startsWith('data-') ? name.toLowerCase() : name, value] as const,
          ),
          properties: element.tagName.startsWith('WX-') ? {} : (nodeOf(element)?.data ?? {}),
        }),
      }),
    close() {
      closePhone();
      stage.close();
    },
  };
}
