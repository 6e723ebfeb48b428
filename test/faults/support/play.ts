/** Plays a cell: the way to the step, the fault, its result, and the recovery. */
import { REQUEST_TIMEOUT, UPLOAD_TIMEOUT } from '../../../miniprogram/services/config';
import type { Cell } from '../matrix/cells';
import { answerAll, meanwhile, moodAfter, recover, travel, willing } from './acts';
import { flow, hasProblem, stateOf, type Witness } from './flow';
import { offers, question } from './person';
import { NAME, type Scene, setScene } from './scene';

export interface Outcome {
  /** State while the fault was active: isLogin, with `!` if the page shows an error. */
  readonly end: string;
  /** Labels of the buttons tapped to recover, in order; empty if nothing was needed. */
  readonly way: readonly string[];
  /** Violations as sentences; empty if there are none. */
  readonly broken: readonly string[];
}

/** Faults after which the page must show an error, unless it recovered. */
const FAILING = /^(cut|timeout|\d|truncated|malformed|wrong|null)/;

/**
 * Plays a cell once.
 * @param second plays the second variant: the fault repeats, or the user reacts in the other way
 * @throws Error when the play never reaches its step
 */
export async function play(cell: Cell, second: boolean): Promise<Outcome> {
  const { era, step, fault } = cell;
  const scene = await setScene(era, step.start);
  const { gate, clock } = scene;
  const witness: Witness = { broken: [] };
  const { broken } = witness;
  try {
    const lasting = second && fault.plays === 'repeats';
    gate.arm({ site: step.site, nth: step.nth, fault: fault.id, lasting });
    await scene.launch();
    const taps = await travel(scene, witness, cell);
    await meanwhile(scene, witness, cell);
    await answerAll(scene, witness, moodAfter(cell, second));

    const took = clock.now() - (gate.struckAt ?? 0);
    const limit = step.upload ? UPLOAD_TIMEOUT : REQUEST_TIMEOUT;
    if (FAILING.test(fault.id) && took > limit) broken.push(`it took ${took} ms to end`);
    const end = judge(scene, broken, cell, taps > 0);

    gate.mend();
    const way = await recover(scene, witness, cell);
    await compare(scene, witness, nameOf(cell));
    if (gate.mostLogins > 1) broken.push(`${gate.mostLogins} calls of wx.login at the same time`);
    if (new Set(scene.saves).size > 1) broken.push(`saved differently: ${scene.saves.join(' ≠ ')}`);
    for (const error of scene.thrown) broken.push(`a callback threw ${String(error)}`);
    return { end, way, broken };
  } finally {
    scene.close();
  }
}

/** The user's name at the end of the play. */
function nameOf({ era, step }: Cell): string {
  const typed = step.journey.edits || (era === 'fill' && !step.start.known);
  return typed ? willing(step).name : NAME;
}

/** Checks the page after the fault: a result, a button to go on, and an error text if something failed. */
function judge(scene: Scene, broken: string[], cell: Cell, tapped: boolean): string {
  const { step, fault } = cell;
  const { isLogin, nickName, phone } = stateOf(scene);
  const hasNotice = hasProblem(scene);
  if (isLogin !== 1 && isLogin !== 2) broken.push(`isLogin is ${isLogin}`);
  if (isLogin === 2 && offers(scene, willing(step)).length === 0) broken.push('there is nothing to tap');
  if (scene.gate.refusedByWechat && !scene.gate.loggedIn)
    broken.push('WeChat denied the session, but no login followed');
  if (isLogin === 1 && !hasNotice && scene.confirmed === 0) {
    broken.push('a user is shown without a notice, but no server has confirmed the user');
  }
  // The page cannot detect a sheet that closes without an answer. It need not explain a step that the user did not
  // start.
  const unknowable = fault.id === 'timeout' && (step.kind === 'ask' || step.kind === 'settings');
  const asExpected = !tapped && scene.confirmed > 0;
  const madeGood = step.journey.binds ? phone?.number !== '' : isLogin === 1 && nickName === nameOf(cell);
  const refused = scene.page.has('需要你的授权');
  if (
    FAILING.test(fault.id) &&
    !hasNotice &&
    !refused &&
    !madeGood &&
    !asExpected &&
    !unknowable &&
    !step.silent
  ) {
    broken.push('a failure without a notice');
  }
  return `${isLogin}${hasNotice ? '!' : ''}`;
}

/** The profile is the same on the page, on the server, and after the next launch. */
async function compare(scene: Scene, witness: Witness, name: string): Promise<void> {
  const { broken } = witness;
  const user = await scene.user();
  if (user?.nickName !== name) broken.push(`the server has ${user?.nickName ?? 'no profile'}`);
  if (scene.unanswered > 0) broken.push('requireUser is still pending');
  const number = await scene.number();
  const seen = async (when: string) => {
    const { isLogin, nickName, noticeText, title, phone } = stateOf(scene);
    if (isLogin !== 1 || nickName !== name || title !== user?.title) {
      broken.push(`${when} the page shows ${JSON.stringify({ isLogin, nickName, title })}`);
    }
    if (phone && phone.number !== number) broken.push(`${when} the page shows the number ${phone.number}`);
    if (noticeText !== '') broken.push(`${when} the page still shows the notice "${noticeText}"`);
  };
  await seen('in the end');
  await scene.launch();
  await flow(scene, witness);
  if (question(scene) !== undefined) broken.push('the next launch opens a dialog');
  await seen('after the next launch');
}
