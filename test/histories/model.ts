/** The small model beside the real thing: what a person who watches would know and expect. */
import type { ScreenItem } from '../../simulator';
import { type Scene, USER_PAGE } from './scene';

/** What a profile is compared by. */
export interface Shown {
  readonly nickName: string;
  readonly title: string;
  readonly avatarUrl: string;
}

/** What is expected of the product. Commands change it; `look` takes over what a person sees. */
export class Model {
  running = false;
  hidden = false;
  online = true;
  storageFull = false;
  /** What waits for an answer, on top of the page. */
  asks: ScreenItem['kind'] | null = null;
  /** Pages in the stack. */
  depth = 0;
  /** How much there is to tap and to type into. */
  touchable = 0;
  inputs = 0;
  /** A known person could open the form. */
  editable = false;
  /** The page showed a known person when it was last looked at. */
  known = false;
  /** The privacy contract waited on the page for an answer. */
  seesContract = false;
  /** Since the server had reason to refuse logins, a known person may become unknown. */
  shutOut = false;
  /** What the page showed when the form was opened for an edit. */
  base: Pick<Shown, 'nickName' | 'title'> | null = null;
  /** What the server must know of the person; null: nothing. */
  saved: Shown | null = null;
  /** Names and own lines that were given and may or may not have arrived. */
  readonly triedNames = new Set<string>();
  readonly triedTitles = new Set<string>();

  /** May the person touch the page? */
  get canTouch(): boolean {
    return this.running && !this.hidden && this.asks === null;
  }

  /** The person gives this to be saved. */
  gives(nickName: string, title?: string): void {
    this.triedNames.add(nickName.trim());
    if (title !== undefined) this.triedTitles.add(title.trim());
  }

  /** Nothing is uncertain any more. */
  settles(profile: Shown | null): void {
    this.saved = profile;
    this.triedNames.clear();
    this.triedTitles.clear();
  }

  /** The person saves what the form says. Only fields that they changed may change on the server. */
  givesForm({ nickName, title = '' }: { nickName: string; title?: string }, edits: boolean): void {
    const base = edits ? this.base : null;
    // What was sent before and has no answer is sent again even when it is as it was.
    if (base?.nickName !== nickName.trim() || this.triedNames.size > 0) this.triedNames.add(nickName.trim());
    if (base?.title !== title.trim() || this.triedTitles.size > 0) this.triedTitles.add(title.trim());
  }

  /** The server has another profile than this phone left there. What is under way may still arrive. */
  async changedElsewhere(scene: Scene): Promise<void> {
    this.saved = (await scene.serverProfile()) ?? null;
    scene.watch.changedElsewhere();
  }

  look(scene: Scene): void {
    const waiting = scene.phone.screen.items.filter(({ kind }) => kind !== 'toast' && kind !== 'loading');
    this.asks = waiting.at(-1)?.kind ?? null;
    this.depth = this.running ? scene.stage.pages.length : 0;
    this.touchable = this.canTouch ? scene.touchables().length : 0;
    this.inputs = this.canTouch ? scene.inputs().length : 0;
    this.editable = this.canTouch && scene.editButton() !== undefined;
    const [page] = scene.userPages;
    if (page !== undefined) this.known = page.instance.data.isLogin === 1;
  }

  /** Is the user page what the person sees? */
  sees(scene: Scene): boolean {
    return this.running && scene.stage.page.route === USER_PAGE;
  }
}
