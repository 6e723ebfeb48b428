/** The one fault of a play: which passing of which place it waits for, and what has become of it. */
import type { World } from '../../../mock-server/types';
import type { Phone, VirtualClock } from '../../../simulator';
import type { FaultId } from '../matrix/faults';
import type { Site, Start } from '../matrix/steps';

/** The fault of a play. */
export interface Blow {
  readonly site: Site;
  /** Which passing of the site is hit, counted from the launch. */
  readonly nth: number;
  readonly fault: FaultId;
  /** Later passings are hit too, until it is mended. */
  readonly lasting: boolean;
}

/** What the gate stands in front of. */
export interface Surroundings {
  readonly world: World;
  readonly phone: Phone;
  readonly clock: VirtualClock;
  /** Hears what the mini-program's callbacks throw. */
  raise(error: unknown): void;
}

/** A wx.login that is never answered counts as under way for as long as the mini-program waits for it (ms). */
const LOGIN_PATIENCE = 9_999;

const same = (one: Site, other: Site) => JSON.stringify(one) === JSON.stringify(other);

export class Gate {
  /** When the fault struck, in milliseconds of the play's clock; null before that. */
  struckAt: number | null = null;
  /** The most calls of wx.login that were under way at the same time. */
  mostLogins = 0;
  /** The process is about to end: nothing that it does from here on reaches the world. */
  dying = false;
  /** Grows when a process ends. */
  generation = 0;
  /** WeChat has said in this process that its session is over. */
  refusedByWechat = false;
  /** wx.login was called in this process. */
  loggedIn = false;
  /** Calls that WeChat has not answered yet. Those that a fault keeps from ever being answered do not count. */
  unanswered = 0;
  private blow: Blow | null = null;
  private passed = 0;
  private swallowed = false;
  private logins = 0;
  private waiting: (() => void) | null = null;
  private mendServer = () => {};

  /** @param trouble what goes wrong besides */
  constructor(
    readonly around: Surroundings,
    private readonly trouble: NonNullable<Start['trouble']>,
  ) {}

  arm(blow: Blow): void {
    this.blow = blow;
  }

  /** The fault is over. */
  mend(): void {
    this.blow = null;
    this.mendServer();
  }

  /** Is an answer waiting to be delivered? */
  get holds(): boolean {
    return this.waiting !== null;
  }

  /** Keeps an answer back until `release`; when the process is to be killed, nothing else happens in it either. */
  hold(fault: FaultId, deliver: () => void): void {
    this.waiting = deliver;
    if (fault === 'killed') this.dying = true;
  }

  release(): void {
    const { waiting } = this;
    this.waiting = null;
    waiting?.();
  }

  /** The process has ended. */
  buried(): void {
    this.generation += 1;
    this.dying = false;
    this.waiting = null;
    this.refusedByWechat = false;
    this.loggedIn = false;
    this.unanswered = 0;
    this.logins = 0;
  }

  /** Counts a passing; tells the blow that it meets there. `first`: this is the passing that it waited for. */
  passes(site: Site): (Blow & { first: boolean }) | null {
    const { blow } = this;
    if (blow === null || !same(blow.site, site)) return null;
    this.passed += 1;
    if (this.passed < blow.nth || (this.passed > blow.nth && !blow.lasting)) return null;
    this.struckAt ??= this.around.clock.now();
    return { ...blow, first: this.passed === blow.nth };
  }

  /** Is the storage full for good, or for this entry? */
  hasNoRoomFor(key: string): boolean {
    if (this.trouble.noRoom && key === 'unconfirmed_save') return true;
    return this.struckAt !== null && this.blow?.fault === 'storage-full' && this.blow.lasting;
  }

  /** Puts a fault of the server in force until it is mended. */
  addServerFault(fault: Parameters<World['addFault']>[0]): void {
    this.mendServer = this.around.world.addFault(fault);
  }

  /** Does this call get no answer, whatever the fault of the play is? Only the first of its kind does not. */
  swallows(api: string): boolean {
    if (!this.trouble.silent || this.swallowed || api !== 'checkSession') return false;
    this.swallowed = true;
    return true;
  }

  expireKey(): void {
    const { world } = this.around;
    world.wechat.expireSessionKey(world.phone.account);
  }

  /**
   * A call of an API has begun.
   * @param lost it will never be answered
   * @returns to be called when it is answered
   */
  began(api: string, lost: boolean): () => void {
    const { generation } = this;
    if (!lost) this.unanswered += 1;
    if (api === 'login') {
      this.loggedIn = true;
      this.logins += 1;
      this.mostLogins = Math.max(this.mostLogins, this.logins);
    }
    const ended = () => {
      if (generation !== this.generation) return;
      if (!lost) this.unanswered -= 1;
      if (api === 'login') this.logins -= 1;
    };
    if (lost && api === 'login') this.around.clock.setTimeout(ended, LOGIN_PATIENCE);
    return ended;
  }
}
