/** Whole projects of the repository, opened on both stages. */
import type { Case } from '../../support/case';

const cases: Record<string, Case> = {
  visitor: {
    title: 'a small TypeScript project with two pages and a component opens',
    source: 'test/fixtures/apps/visitor',
    project: 'test/fixtures/apps/visitor',
  },
  'tea-house': {
    title: 'a JavaScript project with sub-packages, a custom tab bar, a package and behaviors opens',
    source: 'test/fixtures/apps/tea-house',
    project: 'test/fixtures/apps/tea-house',
  },
  quickstart: {
    title: "DevTools' own first project can be filled in: avatar and nickname",
    source: 'the template that WeChat DevTools creates (JavaScript, quick start)',
    project: 'test/fixtures/apps/quickstart',
    phone: { era: 'fill', privacy: { needAuthorization: false } },
    opened: { has: ['昵称', 'Hello World'] },
    steps: [
      { tap: '.avatar-wrapper', screen: ['avatar'] },
      { phone: ({ screen }) => screen.get('avatar').useWechat(), screen: [] },
      { pickNickname: ['.nickname-input', '林小满'], has: ['林小满'], lacks: ['昵称'] },
    ],
  },
  'preview-app': {
    title: 'the project of the browser tests shows the same text on both stages',
    source: 'test/fixtures/preview-app',
    project: 'test/fixtures/preview-app',
    page: 'pages/detail/detail',
    query: { from: 'case' },
    opened: { has: 'from case' },
  },
};

export default cases;
