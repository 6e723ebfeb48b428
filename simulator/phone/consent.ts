/** The sheet that asks the user for a scope, and the results of the user's answers. */
import type { Call } from './call-types';
import type { Core } from './core';
import { ERRNO } from './errno';
import { ApiFailure } from './failure';
import { SCOPES } from './scopes';

export const denied = () => new ApiFailure('auth deny', ERRNO.denied);

/** The user closed the sheet without a choice: not a refusal, so the state of the scope does not change. */
const canceled = () => new ApiFailure('auth canceled', ERRNO.canceled);

const queues = new WeakMap<Core, Promise<unknown>>();

/**
 * Shows the sheet and waits for the answer. Only one sheet is open at a time: a second request waits until the first
 * one is answered. If that answer decides the question, `skip` returns true and the second sheet does not open.
 * @param remember Whether the answer becomes the scope's state. `getUserProfile` asks every time and stores nothing.
 * @throws ApiFailure when the user refuses or closes the sheet.
 */
export async function showAuthorizeSheet(
  core: Core,
  call: Pick<Call, 'waitForUser'>,
  scope: string,
  { desc = '', remember, skip }: { desc?: string; remember: boolean; skip?: () => boolean },
): Promise<void> {
  const previous = queues.get(core) ?? Promise.resolve();
  const turn = previous.then(
    () => undefined,
    () => undefined,
  );
  const sheet = turn.then(() => (skip?.() ? undefined : show(core, scope, desc, remember)));
  queues.set(core, sheet);
  return call.waitForUser(sheet);
}

/** Forgets the sheets of the killed process; otherwise new sheets would wait for them. */
export function dropSheets(core: Core): void {
  queues.delete(core);
}

async function show(core: Core, scope: string, desc: string, remember: boolean): Promise<void> {
  const person = await core.outside.track(core.options.wechat.profileOf(core.account)).answer;
  const answer = await new Promise<'allow' | 'deny' | 'dismiss'>((resolve) => {
    const answered = (how: 'allow' | 'deny' | 'dismiss') => () => {
      close();
      resolve(how);
    };
    const close = core.screen.show({
      kind: 'authorize',
      scope,
      title: SCOPES[scope]?.title ?? scope,
      desc,
      person: { nickName: person.nickName, avatarUrl: person.avatarUrl },
      allow: answered('allow'),
      deny: answered('deny'),
      dismiss: answered('dismiss'),
    });
  });
  if (answer === 'dismiss') throw canceled();
  if (remember) core.scopes.set(scope, answer === 'allow');
  if (answer === 'deny') throw denied();
}

/**
 * Makes sure that a scope is granted. Granted: returns at once. Refused: fails without a sheet. Never asked: shows the
 * sheet. (The general rule for scoped APIs, minigame/dev/guide/framework/authorize.html.)
 */
export async function ensureScope(core: Core, call: Call, scope: string): Promise<void> {
  const state = core.scopes.get(scope);
  if (state === false) throw denied();
  if (state === true) return;
  await showAuthorizeSheet(core, call, scope, {
    desc: core.host?.config?.permission?.[scope]?.desc ?? '',
    remember: true,
    skip: () => core.scopes.get(scope) === true,
  });
}
