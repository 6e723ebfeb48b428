/** The acts of a play: the way to the step, the events during it, and the recovery. */
import { USER_PAGE } from '../../support/stage';
import type { Cell } from '../matrix/cells';
import type { Step } from '../matrix/steps';
import { flow, hasProblem, stateOf, type Witness } from './flow';
import { answer, type Mood, offers, question, WILLING } from './person';
import type { Scene } from './scene';

/** Limit of steps; every flow needs fewer. */
const MOST_STEPS = 12;
/** Time between two taps of the user, ms. */
const BETWEEN_TAPS = 2000;

/** True if the page's own sheet is open. */
const sheetIsOpen = ({ page }: Scene) => page.findAll('.sheet').some(({ visible }) => visible);

/**
 * Performs the row's journey until the fault happens.
 * @returns the number of taps
 */
export async function travel(scene: Scene, witness: Witness, { step, fault }: Cell): Promise<number> {
  const { refusesFirst, prefersSettings = false, requires = false } = step.journey;
  let required = false;
  let asked = 0;
  let taps = 0;
  for (let left = MOST_STEPS; left > 0; left -= 1) {
    await flow(scene, witness);
    if (scene.gate.struckAt !== null) return taps;
    const item = question(scene);
    const mood: Mood = {
      ...willing(step),
      sheet: refusesFirst && asked === 0 ? 'deny' : 'allow',
      prefersSettings,
    };
    if (item !== undefined) {
      if (item.kind === 'authorize') asked += 1;
      answer(item, mood);
      continue;
    }
    if (requires && !required) {
      required = true;
      taps += 1;
      scene.requireUser();
      continue;
    }
    const [offer] = offers(scene, mood);
    if (offer === undefined) break;
    taps += 1;
    await offer.take(fault.id === 'tapped-twice');
  }
  throw new Error(`The play never reached "${step.id}": ${JSON.stringify(stateOf(scene))}`);
}

/** Performs the fault's event during the step. */
export async function meanwhile(scene: Scene, witness: Witness, { fault, step }: Cell): Promise<void> {
  const { stage, clock, gate, phone } = scene;
  switch (fault.id) {
    case 'hidden':
      await stage.hide({ settle: false });
      await clock.advance(6000);
      await stage.show({ settle: false });
      break;
    case 'killed':
    case 'left':
      await scene.launch();
      break;
    case 'reopened':
      phone.wx.reLaunch({ url: '/pages/orders/orders' });
      await flow(scene, witness);
      phone.wx.reLaunch({ url: `/${USER_PAGE}` });
      await flow(scene, witness);
      break;
    case 'slow':
      if (step.kind !== 'server' && step.kind !== 'wechat') await clock.advance(60_000);
  }
  gate.release();
  await flow(scene, witness);
}

/** Answers every dialog and sheet; starts no other action. */
export async function answerAll(scene: Scene, witness: Witness, mood: Mood): Promise<void> {
  for (let left = MOST_STEPS; left > 0; left -= 1) {
    const item = question(scene);
    if (item !== undefined) answer(item, mood);
    else if (sheetIsOpen(scene)) await offers(scene, mood)[0]?.take();
    else return;
    await flow(scene, witness);
  }
  witness.broken.push('one question follows another');
}

/** The new name in an edit. */
const NEW_NAME = '满满';

/** The row's user, who agrees to everything. */
export function willing({ journey: { avatar = false, edits = false, binds = false } }: Step): Mood {
  return { ...WILLING, avatar, edits, binds, ...(edits ? { name: NEW_NAME } : {}) };
}

/** The user's answers after the fault has happened. */
export function moodAfter({ fault, step }: Cell, second: boolean): Mood {
  const yes = willing(step);
  if (fault.id === 'dismissed') return { ...yes, sheet: 'dismiss', modal: 'dismiss' };
  if (fault.id !== 'refused') return yes;
  // In the second play the user opens everything that is offered, and changes nothing.
  const looksOn = second && !('api' in step.site && step.site.api === 'showModal');
  return {
    ...yes,
    sheet: 'deny',
    modal: looksOn ? 'confirm' : 'cancel',
    settings: 'as-they-are',
    contract: step.kind === 'contract' ? 'refuse' : 'agree',
  };
}

/** True if the user is logged in with a profile, no error is shown and no action is left. */
const isKnown = (scene: Scene, { edits, binds, name }: Mood) => {
  const { isLogin, saving, retrying, editing, nickName, phone } = stateOf(scene);
  const done = (!binds || phone?.number) && (!edits || (nickName === name && !editing));
  return isLogin === 1 && done && !hasProblem(scene) && !saving && !retrying;
};

/**
 * Mends the fault, then performs the offered actions until the user is logged in with a profile.
 * @returns the labels of the tapped buttons
 */
export async function recover(scene: Scene, witness: Witness, { step, fault }: Cell): Promise<string[]> {
  const mood = willing(step);
  const way: string[] = [];
  for (let left = MOST_STEPS; left > 0; left -= 1) {
    const item = question(scene);
    if (item === undefined && isKnown(scene, mood)) return way;
    if (item !== undefined) answer(item, mood);
    else {
      await scene.clock.advance(BETWEEN_TAPS);
      const [offer] = offers(scene, mood);
      if (offer === undefined) break;
      // A picture that the server refused must be chosen again.
      const kept = step.given && !['killed', 'left', '400'].includes(fault.id);
      if (offer.gives && kept) witness.broken.push(`${offer.label}: asks again for what was given`);
      if (offer.gives && !mood.edits && (await scene.user()) !== null) {
        witness.broken.push(`${offer.label}: asks for what the server already has`);
      }
      if (way.at(-1) !== offer.label) way.push(offer.label);
      await offer.take();
    }
    await flow(scene, witness);
  }
  witness.broken.push(`the user is never known again: ${JSON.stringify(stateOf(scene))}`);
  return way;
}
