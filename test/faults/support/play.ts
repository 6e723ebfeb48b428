/** Plays a cell: to the step, the fault, its end, and the way back to a known person. */
import { REQUEST_TIMEOUT, UPLOAD_TIMEOUT } from '../../../miniprogram/services/config';
import type { Cell } from '../matrix/cells';
import { answerAll, meanwhile, moodAfter, recover, travel, willing } from './acts';
import { flow, says, stateOf, type Witness } from './flow';
import { offers, question } from './person';
import { NAME, type Scene, setScene } from './scene';

/** How a play went. */
export interface Outcome {
  /** Where it ended while the fault was in force: isLogin, and `!` when the page says that something went wrong. */
  readonly end: string;
  /** What the person tapped to be known after all, in this order; empty when nothing was needed. */
  readonly way: readonly string[];
  /** What must not be, in words; empty when all is well. */
  readonly broken: readonly string[];
}

/** Faults after which something must be said, unless it was made good. */
const FAILING = /^(cut|timeout|\d|truncated|malformed|wrong|null)/;

/**
 * Plays a cell once.
 * @param second the second of its two plays: the fault lasts, or the person means it
 * @throws Error when the play never comes to its step
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
    if (FAILING.test(fault.id) && took > limit) broken.push(`it took ${took} ms to come to an end`);
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

/** What the person is called when all is over. */
function nameOf({ era, step }: Cell): string {
  const typed = step.journey.edits || (era === 'fill' && !step.start.known);
  return typed ? willing(step).name : NAME;
}

/** Where the fault has led to: an answer, a way on, and words for what went wrong. */
function judge(scene: Scene, broken: string[], cell: Cell, tapped: boolean): string {
  const { step, fault } = cell;
  const { isLogin, nickName, phone } = stateOf(scene);
  const said = says(scene);
  if (isLogin !== 1 && isLogin !== 2) broken.push(`isLogin is ${isLogin}`);
  if (isLogin === 2 && offers(scene, willing(step)).length === 0) broken.push('there is nothing to tap');
  if (scene.gate.refusedByWechat && !scene.gate.loggedIn)
    broken.push('WeChat said no, and no login followed');
  if (isLogin === 1 && !said && scene.confirmed === 0) {
    broken.push('a person is shown whom no server has confirmed, and nothing is said');
  }
  // A sheet that is gone without an answer cannot be noticed; what the user did not ask for need not be explained.
  const unknowable = fault.id === 'timeout' && (step.kind === 'ask' || step.kind === 'settings');
  const asExpected = !tapped && scene.confirmed > 0;
  const madeGood = step.journey.binds ? phone?.number !== '' : isLogin === 1 && nickName === nameOf(cell);
  const refused = scene.page.has('需要你的授权');
  if (
    FAILING.test(fault.id) &&
    !said &&
    !refused &&
    !madeGood &&
    !asExpected &&
    !unknowable &&
    !step.silent
  ) {
    broken.push('something went wrong, and nothing is said');
  }
  return `${isLogin}${said ? '!' : ''}`;
}

/** The person is who they said they are: on the page, on the server, and after the next launch. */
async function compare(scene: Scene, witness: Witness, name: string): Promise<void> {
  const { broken } = witness;
  const user = await scene.user();
  if (user?.nickName !== name) broken.push(`the server knows ${user?.nickName ?? 'no profile'}`);
  if (scene.unanswered > 0) broken.push('requireUser has had no answer');
  const number = await scene.number();
  const seen = async (when: string) => {
    const { isLogin, nickName, noticeText, title, phone } = stateOf(scene);
    if (isLogin !== 1 || nickName !== name || title !== user?.title) {
      broken.push(`${when} the page shows ${JSON.stringify({ isLogin, nickName, title })}`);
    }
    if (phone && phone.number !== number) broken.push(`${when} the page shows the number ${phone.number}`);
    if (noticeText !== '') broken.push(`${when} the page still says "${noticeText}"`);
  };
  await seen('in the end');
  await scene.launch();
  await flow(scene, witness);
  if (question(scene) !== undefined) broken.push('the next launch asks');
  await seen('after the next launch');
}
