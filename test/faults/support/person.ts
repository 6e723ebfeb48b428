/** A user who logs in with a profile: performs the next action that phone and page offer. */
import type { ScreenItem } from '../../../simulator';
import type { ElementHandle, PageHandle } from '../../../simulator/headless';
import { stateOf } from '../../support/auth-state';
import type { Scene } from './scene';

/** The user's answers. */
export interface Mood {
  /** Answer to a sheet that asks for the profile, and to the avatar sheet. */
  readonly sheet: 'allow' | 'deny' | 'dismiss';
  readonly modal: 'confirm' | 'cancel' | 'dismiss';
  /** `on`: switches every scope on in the settings page. */
  readonly settings: 'on' | 'as-they-are';
  readonly contract: 'agree' | 'refuse';
  /** Chooses an avatar as well as a name. */
  readonly avatar: boolean;
  /** Taps 去设置 where the page offers it. */
  readonly prefersSettings: boolean;
  /** The name that the user types into the form. */
  readonly name: string;
  /** Binds a phone number. */
  readonly binds: boolean;
  /** Has a profile, and changes the name to `name`. */
  readonly edits: boolean;
}

/** Agrees to everything. */
export const WILLING: Mood = {
  sheet: 'allow',
  modal: 'confirm',
  settings: 'on',
  contract: 'agree',
  avatar: false,
  prefersSettings: false,
  name: '林深时见鹿',
  binds: false,
  edits: false,
};

/** A button of the page: its label, and whether a tap gives the profile (again). */
interface Offer {
  readonly label: string;
  readonly gives: boolean;
  /** @param twice taps a second time before the page is rendered again */
  take(twice?: boolean): Promise<void>;
}

/** The dialog or sheet on top of the page, if there is one. */
export const question = ({ phone }: Scene): Exclude<ScreenItem, { kind: 'toast' | 'loading' }> | undefined =>
  phone.screen.items.findLast(
    (item): item is Exclude<ScreenItem, { kind: 'toast' | 'loading' }> =>
      item.kind !== 'toast' && item.kind !== 'loading',
  );

/** Answers the dialog or sheet on top of the page. */
export function answer(item: NonNullable<ReturnType<typeof question>>, mood: Mood): void {
  const picture = { bytes: new Uint8Array(16), type: 'image/png', rejected: true };
  const acts: { [K in typeof item.kind]: (item: Extract<ScreenItem, { kind: K }>) => void } = {
    authorize: (sheet) => sheet[mood.sheet](),
    modal: (modal) => (mood.modal === 'confirm' ? modal.confirm() : modal.cancel()),
    settings(settings) {
      if (mood.settings === 'on') for (const { scope } of settings.scopes) settings.set(scope, true);
      settings.back();
    },
    avatar(sheet) {
      if (mood.sheet === 'allow') sheet.useWechat();
      else if (mood.sheet === 'dismiss') sheet.cancel();
      else sheet.usePicture(picture);
    },
    privacy: (dialogue) => (mood.contract === 'agree' ? dialogue.agree() : dialogue.disagree()),
    contract: (page) => page.back(),
    'action-sheet': (sheet) => sheet.cancel(),
    'phone-number': (sheet) => sheet[mood.sheet](),
    'phone-quota': (notice) => notice.close(),
  };
  (acts[item.kind] as (one: typeof item) => void)(item);
}

const usable = (element: ElementHandle) => element.visible && !element.disabled;

/** Taps. `twice`: taps again if the mini-program itself handles the tap. WeChat handles an `open-type` button once. */
async function tap(button: ElementHandle, twice = false): Promise<void> {
  const first = button.tap({ settle: false });
  const second = twice && !button.attribute('open-type') ? button.fire('tap', {}, { settle: false }) : null;
  await first;
  await second;
}

/** Finds a usable button by its text. */
function buttonOf(page: PageHandle, label: string): ElementHandle | undefined {
  return page.findAll('button').find((one) => usable(one) && one.text().trim() === label);
}

/** Buttons for a user who logs in with a profile, best first. */
export function offers(scene: Scene, mood: Mood): Offer[] {
  const { page } = scene;
  const offer = (label: string, gives = false): Offer[] => {
    const button = buttonOf(page, label);
    return button ? [{ label, gives, take: (twice) => tap(button, twice) }] : [];
  };
  // The page's own sheet covers the rest.
  if (page.findAll('.sheet').some(usable)) return offer(mood.contract === 'agree' ? '同意' : '拒绝');
  const settings = offer('去设置');
  const ask = offer('授权登录', true);
  const asks = mood.prefersSettings ? [...settings, ...ask] : [...ask, ...settings];
  const bind = mood.binds ? offer('一键绑定') : [];
  const edit = mood.edits && page.data.nickName !== mood.name ? offer('编辑') : [];
  return [
    ...offer('重试'),
    ...offer('重新选择'),
    ...bind,
    ...asks,
    ...form(scene, mood),
    ...contact(scene),
    ...edit,
  ];
}

/** Customer service: the user leaves the mini-program and comes back. */
function contact({ page, stage }: Scene): Offer[] {
  const button = buttonOf(page, '联系客服');
  if (!button) return [];
  const take = async () => {
    await tap(button);
    await stage.hide({ settle: false });
    await stage.show({ settle: false });
  };
  return [{ label: '联系客服', gives: false, take }];
}

function form({ page, stage }: Scene, mood: Mood): Offer[] {
  const save = buttonOf(page, '保存');
  const input = page.findAll('input[name=nickName]').find(usable);
  if (!save || !input) return [];
  const { avatarPath } = stateOf(stage).draft;
  if (mood.avatar && avatarPath === '') {
    const choose = page.findAll('button[open-type=chooseAvatar]').find(usable);
    if (choose) return [{ label: '选择头像', gives: false, take: () => tap(choose) }];
  }
  const take = async (twice = false) => {
    await input.input(mood.name, { settle: false });
    const first = tap(save);
    const second = twice ? page.submit('form', { settle: false }) : null;
    await first;
    await second;
  };
  return [{ label: '保存', gives: true, take }];
}
