/** The acts of a play: the way to the step, what happens there, and the way back. */
import { USER_PAGE } from '../../support/stage';
import type { Cell } from '../matrix/cells';
import type { Step } from '../matrix/steps';
import { flow, says, stateOf, type Witness } from './flow';
import { answer, type Mood, offers, question, WILLING } from './person';
import type { Scene } from './scene';

/** No flow needs more steps than this. */
const MOST_STEPS = 12;
/** Between two taps of a person (ms). */
const BETWEEN_TAPS = 2000;

/** The page's own sheet covers it. */
const sheetIsOpen = ({ page }: Scene) => page.findAll('.sheet').some(({ visible }) => visible);

/**
 * The person follows the row's journey until the fault strikes.
 * @returns how often they tapped
 */
export async function travel(scene: Scene, witness: Witness, { step, fault }: Cell): Promise<number> {
  const { refusesFirst, prefersSettings = false, wants = false } = step.journey;
  let wanted = false;
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
    if (wants && !wanted) {
      wanted = true;
      taps += 1;
      scene.requireUser();
      continue;
    }
    const [offer] = offers(scene, mood);
    if (offer === undefined) break;
    taps += 1;
    await offer.take(fault.id === 'tapped-twice');
  }
  throw new Error(`The play never came to "${step.id}": ${JSON.stringify(stateOf(scene))}`);
}

/** What happens while the step is under way. */
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

/** The person answers what they are asked, and starts nothing by themselves. */
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

/** The name that a known person wants to be called by from now on. */
export const NEW_NAME = '满满';

/** The row's person, saying yes to everything. */
export function willing({ journey: { avatar = false, edits = false, binds = false } }: Step): Mood {
  return { ...WILLING, avatar, edits, binds, ...(edits ? { name: NEW_NAME } : {}) };
}

/** How the person answers once the fault has struck. */
export function moodAfter({ fault, step }: Cell, second: boolean): Mood {
  const yes = willing(step);
  if (fault.id === 'dismissed') return { ...yes, sheet: 'dismiss', modal: 'dismiss' };
  if (fault.id !== 'refused') return yes;
  // The second time they look at everything that is offered to them, and change nothing.
  const looksOn = second && !('api' in step.site && step.site.api === 'showModal');
  return {
    ...yes,
    sheet: 'deny',
    modal: looksOn ? 'confirm' : 'cancel',
    settings: 'as-they-are',
    contract: step.kind === 'contract' ? 'refuse' : 'agree',
  };
}

/** Is the person known, with nothing left to be said or done? */
const isKnown = (scene: Scene, { edits, binds, name }: Mood) => {
  const { isLogin, saving, retrying, editing, nickName, phone } = stateOf(scene);
  const done = (!binds || phone?.number) && (!edits || (nickName === name && !editing));
  return isLogin === 1 && done && !says(scene) && !saving && !retrying;
};

/**
 * The fault is gone, and the person takes what the page offers until they are known.
 * @returns what they tapped
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
      // A picture that the server turned down has to be chosen anew.
      const kept = step.given && !['killed', 'left', '400'].includes(fault.id);
      if (offer.gives && kept) witness.broken.push(`${offer.label}: asked for what was given already`);
      if (offer.gives && !mood.edits && (await scene.user()) !== null) {
        witness.broken.push(`${offer.label}: asked for what the server knows already`);
      }
      if (way.at(-1) !== offer.label) way.push(offer.label);
      await offer.take();
    }
    await flow(scene, witness);
  }
  witness.broken.push(`never known again: ${JSON.stringify(stateOf(scene))}`);
  return way;
}
