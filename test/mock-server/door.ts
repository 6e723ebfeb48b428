import type { World } from '../../mock-server/types';
import type { FakeClock } from './fake-clock';

/** An open door and its world. A door is one way to send requests to the mock: directly, by MSW, or by HTTP. */
export interface OpenDoor {
  world: World;
  clock: FakeClock;
  /** Like `fetch`, with a path instead of an address. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

/** A door that can be opened on a scenario. */
export interface Door {
  name: string;
  open(scenario?: string): Promise<OpenDoor>;
}
