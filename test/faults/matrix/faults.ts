/** The columns: all faults that can happen at a step, in the order of the table. */

/** One column. */
export interface FaultColumn {
  readonly id: FaultId;
  /** Heading of the column. */
  readonly title: string;
  /** What happens, for the table's legend. */
  readonly what: string;
  /**
   * The table of the column. `answer`: a wrong result replaces the answer. `event`: something happens during the step.
   */
  readonly group: 'answer' | 'event';
  /**
   * How the two plays of a cell differ. `repeats`: the fault happens once; in the second play it repeats until it is
   * mended. `moods`: the user reacts in two ways. `single`: there is only one play.
   */
  readonly plays: 'repeats' | 'moods' | 'single';
}

export type FaultId =
  | 'cut-before'
  | 'cut-after'
  | 'timeout'
  | '400'
  | '401'
  | '403'
  | '429'
  | '500'
  | '502'
  | 'truncated'
  | 'malformed'
  | 'wrong-types'
  | 'null'
  | 'slow'
  | 'session-expired'
  | 'key-expired'
  | 'storage-full'
  | 'refused'
  | 'dismissed'
  | 'tapped-twice'
  | 'hidden'
  | 'killed'
  | 'left'
  | 'reopened';

const answer = (id: FaultId, title: string, what: string): FaultColumn => ({
  id,
  title,
  what,
  group: 'answer',
  plays: id === 'slow' ? 'single' : 'repeats',
});
const event = (
  id: FaultId,
  title: string,
  what: string,
  plays: FaultColumn['plays'] = 'single',
): FaultColumn => ({ id, title, what, group: 'event', plays });

export const FAULTS: readonly FaultColumn[] = [
  answer('cut-before', 'cut before', 'The connection breaks before the other side acts.'),
  answer('cut-after', 'cut after', 'The other side acts, then the connection breaks.'),
  answer('timeout', 'timeout', 'No answer arrives.'),
  answer('400', '400', 'Status 400 with a JSON message.'),
  answer('401', '401', 'Status 401 with a JSON message.'),
  answer('403', '403', 'Status 403 with a JSON message.'),
  answer('429', '429', 'Status 429 with a JSON message.'),
  answer('500', '500 HTML', 'Status 500 with an HTML page.'),
  answer('502', '502', 'Status 502 with a JSON message.'),
  answer('truncated', 'truncated', 'The server acts; its JSON is incomplete.'),
  answer('malformed', 'malformed', 'The server acts; status 200 with text that is not JSON.'),
  answer('wrong-types', 'wrong types', 'The other side acts; the fields of its answer have wrong types.'),
  answer('null', 'null', 'The other side acts; its answer is null.'),
  answer('slow', 'slow', 'The right answer arrives three seconds late; if the user is asked, a minute late.'),
  event('session-expired', 'session expired', 'Every session of the backend expires at this moment.'),
  event('key-expired', 'key expired', "WeChat's session key expires at this moment."),
  event('storage-full', 'storage full', "The phone's storage is full.", 'repeats'),
  event(
    'refused',
    'refused',
    'The user refuses; in the second play the user also refuses everything that follows.',
    'moods',
  ),
  event('dismissed', 'dismissed', 'The user closes the dialog without an answer.'),
  event(
    'tapped-twice',
    'tapped twice',
    'Every tap on the way to the step happens twice, because the phone has not rendered the button as disabled yet.',
  ),
  event(
    'hidden',
    'hidden',
    'The mini-program is in the background for six seconds; requests in flight are interrupted.',
  ),
  event(
    'killed',
    'killed',
    'The process ends after the other side has acted and before its answer arrives. Then the mini-program is launched again.',
  ),
  event(
    'left',
    'left',
    'The other side acts, then the connection breaks; the user does not retry, and the process ends. Then the mini-program is launched again.',
  ),
  event('reopened', 'reopened', 'The page is closed and opened again during the step.'),
];
