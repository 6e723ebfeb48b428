/** The model of the product: what an observing user can see and expect. */
import type { ScreenItem } from '../../simulator';
import { isEditButton, type Scene, USER_PAGE } from './scene';

/** The fields by which profiles are compared. */
export interface Shown {
  readonly nickName: string;
  readonly title: string;
  readonly avatarUrl: string;
}

/** The expected state of the product. Commands change it; `look` copies the visible state. */
export class Model {
  running = false;
  hidden = false;
  online = true;
  storageFull = false;
  /** The dialog on top of the page. */
  asks: ScreenItem['kind'] | null = null;
  /** Pages in the stack. */
  depth = 0;
  /** Number of elements that can be tapped, and of inputs. */
  touchable = 0;
  inputs = 0;
  /** The edit button is shown. */
  editable = false;
  /** At the last look the page showed a logged-in user. */
  known = false;
  /** At the last look the privacy contract was open. */
  seesContract = false;
  /** The server had a reason to refuse logins, so a known user may become unknown. */
  shutOut = false;
  /** The page's profile when the form was opened for an edit. */
  base: Pick<Shown, 'nickName' | 'title'> | null = null;
  /** The profile that the server must have; null for none. */
  saved: Shown | null = null;
  /** Names and signatures that were sent and may or may not be saved. */
  readonly triedNames = new Set<string>();
  readonly triedTitles = new Set<string>();

  /** True if the user can touch the page. */
  get canTouch(): boolean {
    return this.running && !this.hidden && this.asks === null;
  }

  /** The user sends this name (and signature) to be saved. */
  gives(nickName: string, title?: string): void {
    this.triedNames.add(nickName.trim());
    if (title !== undefined) this.triedTitles.add(title.trim());
  }

  /** Every earlier save is decided. */
  settles(profile: Shown | null): void {
    this.saved = profile;
    this.triedNames.clear();
    this.triedTitles.clear();
  }

  /** The user saves the form. Only changed fields may change on the server. */
  givesForm({ nickName, title = '' }: { nickName: string; title?: string }, edits: boolean): void {
    const base = edits ? this.base : null;
    // A value of an unanswered save is sent again even if it is unchanged.
    if (base?.nickName !== nickName.trim() || this.triedNames.size > 0) this.triedNames.add(nickName.trim());
    if (base?.title !== title.trim() || this.triedTitles.size > 0) this.triedTitles.add(title.trim());
  }

  /** Another device changed the server's profile. A save in progress may still arrive. */
  async changedElsewhere(scene: Scene): Promise<void> {
    this.saved = (await scene.serverProfile()) ?? null;
    scene.watch.changedElsewhere();
  }

  look(scene: Scene): void {
    const waiting = scene.phone.screen.items.filter(({ kind }) => kind !== 'toast' && kind !== 'loading');
    this.asks = waiting.at(-1)?.kind ?? null;
    this.depth = this.running ? scene.stage.pages.length : 0;
    const touchables = this.canTouch ? scene.touchables() : [];
    this.touchable = touchables.length;
    this.inputs = this.canTouch ? scene.inputs().length : 0;
    this.editable = touchables.some(isEditButton);
    const [page] = scene.userPages;
    if (page !== undefined) this.known = page.instance.data.isLogin === 1;
  }

  /** True if the user page is on top. */
  sees(scene: Scene): boolean {
    return this.running && scene.stage.page.route === USER_PAGE;
  }
}
