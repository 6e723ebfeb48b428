/** The one fault of a play: the use of a site that it waits for, and its state. */
import type { World } from '../../../mock-server/types';
import type { Phone, VirtualClock } from '../../../simulator';
import type { FaultId } from '../matrix/faults';
import type { Site, Start } from '../matrix/steps';

/** The fault of a play. */
interface Blow {
  readonly site: Site;
  /** Number of the use of the site at which the fault happens, since the launch, from 1. */
  readonly nth: number;
  readonly fault: FaultId;
  /** The fault also happens at later uses, until it is mended. */
  readonly lasting: boolean;
}

/** The world, phone and clock behind the gate. */
interface Surroundings {
  readonly world: World;
  readonly phone: Phone;
  readonly clock: VirtualClock;
  /** Receives exceptions of the mini-program's callbacks. */
  raise(error: unknown): void;
}

/**
 * Time for which the mini-program waits for wx.login, ms. An unanswered wx.login counts as in progress for this time.
 */
const LOGIN_PATIENCE = 9_999;

const same = (one: Site, other: Site) => JSON.stringify(one) === JSON.stringify(other);

export class Gate {
  /** Time of the fault, ms of the play's clock; null before it. */
  struckAt: number | null = null;
  /** Largest number of simultaneous wx.login calls. */
  mostLogins = 0;
  /** The process is about to end: its further calls have no effect. */
  dying = false;
  /** Increases when a process ends. */
  generation = 0;
  /** WeChat reported an expired session in this process. */
  refusedByWechat = false;
  /** This process called wx.login. */
  loggedIn = false;
  /** Calls that WeChat has not answered yet, without the calls that a fault leaves unanswered for ever. */
  unanswered = 0;
  private blow: Blow | null = null;
  private passed = 0;
  private swallowed = false;
  private logins = 0;
  private waiting: (() => void) | null = null;
  private mendServer = () => {};

  /** @param trouble additional trouble of the row */
  constructor(
    readonly around: Surroundings,
    private readonly trouble: NonNullable<Start['trouble']>,
  ) {}

  arm(blow: Blow): void {
    this.blow = blow;
  }

  /** Ends the fault. */
  mend(): void {
    this.blow = null;
    this.mendServer();
  }

  /** True if an answer is held. */
  get holds(): boolean {
    return this.waiting !== null;
  }

  /** Holds an answer until `release`. If the process is to be killed, the rest of its calls have no effect. */
  hold(fault: FaultId, deliver: () => void): void {
    this.waiting = deliver;
    if (fault === 'killed') this.dying = true;
  }

  release(): void {
    const { waiting } = this;
    this.waiting = null;
    waiting?.();
  }

  /** Resets the state after the end of a process. */
  buried(): void {
    this.generation += 1;
    this.dying = false;
    this.waiting = null;
    this.refusedByWechat = false;
    this.loggedIn = false;
    this.unanswered = 0;
    this.logins = 0;
  }

  /** Counts a use of a site. Returns the fault that hits it, or null. `first`: the use that the fault waited for. */
  passes(site: Site): (Blow & { first: boolean }) | null {
    const { blow } = this;
    if (blow === null || !same(blow.site, site)) return null;
    this.passed += 1;
    if (this.passed < blow.nth || (this.passed > blow.nth && !blow.lasting)) return null;
    this.struckAt ??= this.around.clock.now();
    return { ...blow, first: this.passed === blow.nth };
  }

  /** True if the storage is full in general, or for this entry. */
  hasNoRoomFor(key: string): boolean {
    if (this.trouble.noRoom && key === 'unconfirmed_save') return true;
    return this.struckAt !== null && this.blow?.fault === 'storage-full' && this.blow.lasting;
  }

  /** Activates a server fault until it is mended. */
  addServerFault(fault: Parameters<World['addFault']>[0]): void {
    this.mendServer = this.around.world.addFault(fault);
  }

  /** True for the first `checkSession` of a row with the trouble `silent`: it never gets an answer. */
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
   * Registers the start of an API call.
   * @param lost the call will never be answered
   * @returns a function to call when it is answered
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
