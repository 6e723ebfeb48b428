/** Advances a play: runs pending work first, and moves the clock only when no work is left. */
import { REQUEST_TIMEOUT } from '../../../miniprogram/services/config';
import { turn } from '../../../simulator/phone/turns';
import { stateOf as authStateOf } from '../../support/auth-state';
import { question } from './person';
import type { Scene } from './scene';

/** Macrotasks without a change that count as quiet; with a request in flight the limit is higher. */
const QUIET_TURNS = 8;
const ANSWER_TURNS = 60;
/** Limit of macrotasks without a clock step. */
const MOST_TURNS = 2000;

/** Collects violations of the rules of a play as sentences. */
export interface Witness {
  broken: string[];
}

/** The state of page and login. */
export const stateOf = ({ page, stage }: Scene) =>
  ({ ...page.data, problems: authStateOf(stage).problems, phone: authStateOf(stage).phone }) as {
    isLogin?: number;
    ask?: string;
    noticeText?: string;
    editing?: boolean;
    problems?: Readonly<Record<string, string>>;
    saving?: boolean;
    retrying?: boolean;
    nickName?: string;
    title?: string;
    phone?: { number: string; binding: boolean; problem: string } | null;
  };

/** True if the page shows an error. */
export const hasProblem = (scene: Scene): boolean => {
  const { noticeText = '', problems = {}, phone } = stateOf(scene);
  return (
    noticeText !== '' || (phone?.problem ?? '') !== '' || Object.values(problems).some((text) => text !== '')
  );
};

/** True if some work in progress will end without an action. */
function unfinished(scene: Scene): boolean {
  const { isLogin, saving, retrying, phone } = stateOf(scene);
  if (isLogin === 0 || phone?.binding || saving || retrying || scene.inFlight > 0 || scene.time.timers > 0)
    return true;
  return scene.gate.unanswered > 0 && question(scene) === undefined;
}

/** Runs all work that needs no time. */
async function quiet(scene: Scene): Promise<void> {
  const { phone, clock, gate } = scene;
  const mark = () =>
    `${phone.events.length} ${scene.inFlight} ${gate.unanswered} ${phone.screen.items.length}`;
  let seen = mark();
  for (let still = 0, left = MOST_TURNS; ; still += 1, left -= 1) {
    if (left === 0) throw new Error(`It never becomes idle: ${JSON.stringify(stateOf(scene))}`);
    const awaited = scene.inFlight > 0 && clock.sleeping === 0 && !gate.holds;
    if (still >= (awaited ? ANSWER_TURNS : QUIET_TURNS)) return;
    await turn();
    const now = mark();
    if (now !== seen) still = 0;
    seen = now;
  }
}

/**
 * Advances until the page is at rest, the user is asked, the gate holds an answer, or the process is about to end.
 * Records a violation when the page stays hidden for longer than a request may take.
 */
export async function flow(scene: Scene, witness: Witness): Promise<void> {
  for (;;) {
    await quiet(scene);
    if (scene.gate.holds || scene.gate.dying || !unfinished(scene)) return;
    const hiddenFor = scene.clock.now() - scene.launchedAt;
    if (!scene.clock.advanceToNext()) {
      const { isLogin, saving, retrying } = stateOf(scene);
      witness.broken.push(
        `busy, but nothing is in progress: ${JSON.stringify({ isLogin, saving, retrying })}`,
      );
      return;
    }
    await turn();
    if (
      stateOf(scene).isLogin === 0 &&
      hiddenFor >= REQUEST_TIMEOUT &&
      scene.clock.now() > scene.launchedAt + REQUEST_TIMEOUT
    ) {
      witness.broken.push(
        `the page is still hidden ${scene.clock.now() - scene.launchedAt} ms after the launch`,
      );
      return;
    }
  }
}
