/** The steps that every framework's output plays: one table for all. */
import type { Step, Target } from '../stages/support/case';

/** Differences of one framework's flow. */
export interface Peculiarities {
  /** Target of an element inside the row of an item. */
  readonly inRow?: (id: number, name: string) => Target;
  /** Expected problems: warnings of a stage about the framework's own code. */
  readonly mayReport?: readonly RegExp[];
}

const SESSION = { token: 'token-of-lin', name: '林小满' };

/** Returns the sixteen steps. */
export function flowSteps({ inRow = (id, name) => `.row-${id} .${name}` }: Peculiarities = {}): Step[] {
  return [
    // Login: code of the phone, session of the backend, list of items.
    {
      tap: '.login',
      has: ['你好，林小满', '共 3 件'],
      count: { '.row-name': 3 },
      storage: { session: SESSION },
    },
    // A row's own state stays with the row's key.
    { tap: inRow(1, 'plus'), has: '茶×1', lacks: ['杯×1', '壶×1'] },
    { tap: '.reverse', has: '茶×1', lacks: ['杯×1', '壶×1'], texts: { '.row-name': '壶' } },
    // Two-way binding: typed text is shown, and the program empties the field.
    { input: ['.draft', '面包'], has: '草稿：面包', values: { '.draft': '面包' } },
    {
      tap: '.add',
      has: '共 4 件',
      lacks: '草稿',
      values: { '.draft': '' },
      texts: { '.row-name': '面包' },
    },
    { tap: inRow(2, 'remove'), has: ['茶×1', '共 3 件'], lacks: '杯' },
    // Opens another page with a query.
    {
      tap: inRow(1, 'edit'),
      pages: ['pages/list/list', 'pages/edit/edit'],
      title: '编辑茶',
      values: { '.name': '茶', '.urgent': false },
    },
    // Submits a form: first refused, then accepted.
    { input: ['.name', ''], values: { '.name': '' } },
    { tap: '.save', has: '请填写名称', pages: ['pages/list/list', 'pages/edit/edit'] },
    { input: ['.name', '绿茶'], values: { '.name': '绿茶' } },
    { tap: '.urgent', values: { '.urgent': true, '.name': '绿茶' } },
    { tap: '.save', pages: ['pages/list/list'], title: '清单', has: '绿茶急×1', count: { '.count': 1 } },
    // A second visit starts with new state and changes nothing.
    {
      tap: inRow(3, 'edit'),
      title: '编辑壶',
      lacks: '请填写名称',
      values: { '.name': '壶', '.urgent': false },
    },
    { back: true, pages: ['pages/list/list'], title: '清单', has: ['绿茶急×1', '共 3 件'] },
    { pullDown: true, has: ['绿茶急×1', '壶', '面包', '共 3 件'] },
    // A new process: the session is kept, the count of a row is lost.
    { relaunch: true, has: ['你好，林小满', '绿茶急', '共 3 件'], lacks: ['×', '未登录'] },
  ];
}
