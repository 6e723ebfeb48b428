/** The flow that every framework's output plays: one table of steps for all. */
import type { Step, Target } from '../stages/support/case';

/** In what the flow of a framework differs from that of the others. */
export interface Peculiarities {
  /** An element inside the row of an item. */
  readonly inRow?: (id: number, name: string) => Target;
  /** What a stage rightly reports of the framework's own code. */
  readonly mayReport?: readonly RegExp[];
}

const SESSION = { token: 'token-of-lin', name: '林小满' };

/** Sixteen steps. */
export function flowSteps({ inRow = (id, name) => `.row-${id} .${name}` }: Peculiarities = {}): Step[] {
  return [
    // Login: a code of the phone, a session of the backend, and the list that it opens.
    {
      tap: '.login',
      has: ['你好，林小满', '共 3 件'],
      count: { '.row-name': 3 },
      storage: { session: SESSION },
    },
    // A row's own state …
    { tap: inRow(1, 'plus'), has: '茶×1', lacks: ['杯×1', '壶×1'] },
    // … follows its key.
    { tap: '.reverse', has: '茶×1', lacks: ['杯×1', '壶×1'], texts: { '.row-name': '壶' } },
    // Both ways: a text that is typed is shown, and the program empties the field.
    { input: ['.draft', '面包'], has: '草稿：面包', values: { '.draft': '面包' } },
    {
      tap: '.add',
      has: '共 4 件',
      lacks: '草稿',
      values: { '.draft': '' },
      texts: { '.row-name': '面包' },
    },
    { tap: inRow(2, 'remove'), has: ['茶×1', '共 3 件'], lacks: '杯' },
    // Another page, with a query.
    {
      tap: inRow(1, 'edit'),
      pages: ['pages/list/list', 'pages/edit/edit'],
      title: '编辑茶',
      values: { '.name': '茶', '.urgent': false },
    },
    // A form: refused, then accepted.
    { input: ['.name', ''], values: { '.name': '' } },
    { tap: '.save', has: '请填写名称', pages: ['pages/list/list', 'pages/edit/edit'] },
    { input: ['.name', '绿茶'], values: { '.name': '绿茶' } },
    { tap: '.urgent', values: { '.urgent': true, '.name': '绿茶' } },
    { tap: '.save', pages: ['pages/list/list'], title: '清单', has: '绿茶急×1', count: { '.count': 1 } },
    // A second visit starts afresh and changes nothing.
    {
      tap: inRow(3, 'edit'),
      title: '编辑壶',
      lacks: '请填写名称',
      values: { '.name': '壶', '.urgent': false },
    },
    { back: true, pages: ['pages/list/list'], title: '清单', has: ['绿茶急×1', '共 3 件'] },
    { pullDown: true, has: ['绿茶急×1', '壶', '面包', '共 3 件'] },
    // A new process: the session is kept, a row's count is not.
    { relaunch: true, has: ['你好，林小满', '绿茶急', '共 3 件'], lacks: ['×', '未登录'] },
  ];
}
