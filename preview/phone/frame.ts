/** The objects of the phone's frame, and the changes that the shell makes from outside the phone. */
import type { OpenScene } from '../../simulator/config/scene';
import type { Speed } from '../../simulator/phone/link-speed';
import { parseFaults } from '../faults';
import type { UserAction } from '../record-steps';
import type { Outside } from './record/replayer';
import type { Faults } from './requests/faults';
import type { Interception } from './requests/intercept';
import type { Session, Sources } from './session';
import type { ReadSettings } from './settings';
import type { ShownProblems } from './shown-problems';
import type { StageLog } from './stage/log';

/** The current objects of the frame. A new scene replaces the first five. */
export interface Frame {
  readonly parsed: ReadSettings;
  readonly scene: OpenScene;
  readonly faults: Faults;
  readonly session: Session;
  /** See `PreviewPhone.ready`. */
  readonly ready: Promise<void>;
  readonly sources: Sources;
  readonly log: StageLog;
  readonly problems: ShownProblems;
  readonly requests: Interception;
  readonly actionListeners: Set<(action: UserAction) => void>;
  /** Applies the settings that change only the display. */
  applyView(settings: ReadSettings['settings']): void;
  /** Ends the process and starts it again. */
  relaunch(): Promise<void>;
  /** Opens the scene of an address. @param search its query */
  open(search: string): void;
}

/** Changes from outside the phone. Each change is logged, recorded and applied. */
export interface FromOutside extends Outside {
  expireSessions(): Promise<void>;
  setSpeed(speed: Speed | undefined): void;
  setFaults(text: string): void;
}

/** Creates the functions that change this frame from outside. */
export function createOutside(frame: Frame): FromOutside {
  const { log } = frame;
  return {
    relaunch: () => void frame.relaunch(),
    async expireSessions() {
      log.add({ kind: 'outside', what: 'expire' });
      frame.session.recorder.add({
        kind: 'other',
        action: 'expire',
        what: 'the sessions of the backend expired',
      });
      await frame.scene.backend?.expireSessions?.();
      log.touch();
    },
    setOnline(online) {
      log.add({ kind: 'outside', what: online ? 'online' : 'offline' });
      frame.session.recorder.add({ kind: 'online', online });
      frame.session.phone.setOnline(online);
      log.touch();
    },
    setSpeed(speed) {
      const { settings } = frame.parsed;
      const next = speed ?? frame.scene.phone.speed;
      if (speed === undefined) delete settings.net;
      else settings.net = speed;
      if (next === frame.session.phone.speed) return;
      const what = next ?? 'full-speed';
      log.add({ kind: 'outside', what });
      frame.session.recorder.add({ kind: 'other', what: `the network speed changed to ${what}` });
      frame.session.phone.setSpeed(next);
      log.touch();
    },
    setFaults(text) {
      const { settings } = frame.parsed;
      if (text === (settings.fault ?? '')) return;
      if (text === '') delete settings.fault;
      else settings.fault = text;
      frame.faults.pick(parseFaults(text));
      frame.session.recorder.add({
        kind: 'other',
        what: text === '' ? 'no endpoint fails' : `endpoints fail: ${text}`,
      });
      log.touch();
    },
  };
}
