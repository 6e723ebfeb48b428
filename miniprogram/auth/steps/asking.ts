/** Steps of asking the user for their profile. */
import { isAnonymous } from '../../services/user-info';
import type { ToDo } from '../events';
import { IDLE, type State, wayOf } from '../state';
import type { Denial, Sample } from '../types';
import { laneAfterFailure, startSave } from './saving';

export function askedFor(
  state: State,
  by: 'tap' | 'button' | 'settings',
  detail: unknown,
  todo: ToDo,
): State {
  const { lane } = state;
  const taken = lane.at === 'saving' || lane.at === 'reviewing' || (lane.at !== 'idle' && lane.sameTap);
  if (taken || wayOf(state) === undefined) return state;
  const id = state.lastId + 1;
  todo.push({ type: 'ask', id, by, detail });
  return { ...state, lastId: id, lane: { at: 'asking', id, sameTap: true } };
}

/** WeChat gave a profile, or its placeholder 微信用户. After a placeholder this way no longer works. */
export function given(state: State, sample: Sample, todo: ToDo): State {
  return isAnonymous(sample.info) ? switchToNextWay(state) : startSave(state, sample, 'given', todo);
}

export function denied(state: State, denial: Denial, askAgain: boolean, todo: ToDo): State {
  const { lane } = state;
  switch (denial) {
    case 'cancelled':
      return { ...state, lane: IDLE };
    case 'unavailable':
      return switchToNextWay(state);
    case 'unclear':
      return {
        ...state,
        way: wayAfter(state, state.way),
        lane: laneAfterFailure(state, lane),
        notice: { kind: 'notGiven' },
      };
    case 'failed':
      return { ...state, lane: laneAfterFailure(state, lane), notice: { kind: 'notGiven' } };
    case 'refused': {
      // A refusal also discards a profile that WeChat gave earlier and that is not saved yet.
      const refused: State = { ...state, refused: true, notice: null, pending: null };
      if (!askAgain || !wayOf(state)?.askAgain || lane.at === 'idle') return { ...refused, lane: IDLE };
      todo.push({ type: 'askAgain', id: lane.id });
      return refused;
    }
  }
}

/** This way no longer gives a profile: uses the next one, if there is one. */
export function switchToNextWay(state: State): State {
  const way = wayAfter(state, -1);
  return { ...state, lane: IDLE, way, refused: false, notice: way < 0 ? { kind: 'outdated' } : null };
}

/** The index of the next way, or `otherwise` after the last one. */
const wayAfter = ({ ways, way }: State, otherwise: number) => (way + 1 < ways.length ? way + 1 : otherwise);
