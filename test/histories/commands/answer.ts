/** The user's answers to dialogs and sheets. */
import type { ScreenItem } from '../../../simulator';
import { WECHAT_AVATAR } from '../../../simulator/phone/wechat-avatar';
import type { Model } from '../model';
import type { Scene } from '../scene';
import { Act, type Pace } from './act';

/** A phone number that is not bound to the user's WeChat account. */
const SECOND_NUMBER = '13912345678';

/** The possible answers per kind of dialog: description → action. A number picks one. */
const ANSWERS: { [K in ScreenItem['kind']]?: (item: Extract<ScreenItem, { kind: K }>) => Answers } = {
  authorize: (item) => ({ allow: item.allow, deny: item.deny, dismiss: item.dismiss }),
  modal: (item) => ({ confirm: item.confirm, cancel: item.cancel }),
  'action-sheet': (item) => ({ 'choose the first': () => item.choose(0), cancel: item.cancel }),
  privacy: (item) => ({ agree: item.agree, disagree: item.disagree }),
  contract: (item) => ({ back: item.back }),
  settings: (item) => {
    const all = (granted: boolean) => () => {
      for (const { scope } of item.scopes) item.set(scope, granted);
      item.back();
    };
    return {
      'switch everything on and go back': all(true),
      'just go back': item.back,
      'switch everything off and go back': all(false),
    };
  },
  'phone-number': (item) => ({
    'give the first number': () => item.allow(),
    'add a number, and give that one': () => {
      item.add(SECOND_NUMBER);
      item.allow(item.numbers.length - 1);
    },
    deny: item.deny,
    dismiss: item.dismiss,
  }),
  avatar: (item) => ({
    'use the WeChat avatar': item.useWechat,
    'use a picture': () => item.usePicture({ bytes: WECHAT_AVATAR.bytes.slice(), type: 'image/png' }),
    cancel: item.cancel,
    'use a huge picture': () => item.usePicture({ bytes: new Uint8Array(1.5 * 2 ** 20), type: 'image/png' }),
    'use a picture that WeChat rejects': () =>
      item.usePicture({ bytes: WECHAT_AVATAR.bytes, type: 'image/png', rejected: true }),
    'use something that is no picture': () =>
      item.usePicture({ bytes: new Uint8Array([1, 2, 3]), type: 'image/png' }),
  }),
};
type Answers = Readonly<Record<string, () => void>>;

/** The user answers the topmost dialog. */
export class Answer extends Act {
  constructor(
    private readonly how: number,
    pace: Pace,
  ) {
    super(pace);
  }

  check(model: Readonly<Model>): boolean {
    return model.running && !model.hidden && model.asks !== null;
  }

  protected act(model: Model, scene: Scene): string {
    const item = scene.phone.screen.items.findLast(({ kind }) => kind in ANSWERS);
    if (item === undefined) return 'The user has nothing to answer';
    const answers = Object.entries((ANSWERS[item.kind] as (item: ScreenItem) => Answers)(item));
    const [name, answer] = answers[this.how % answers.length] ?? ['nothing', () => {}];
    if (scene.wechatGives) model.gives(scene.wechatName);
    scene.watch.stretch.touched = true;
    answer();
    return `${item.kind}: ${name}`;
  }
}
