/** The control page. It reads `/__mock__/state` every second. Its buttons change the state. */

const TEXTS = {
  zh: {
    scenarios: '场景',
    scenariosHint: '没有指定场景的请求使用所选的一个。',
    now: '当前状态',
    inForce: '生效场景',
    sessions: '有效登录态',
    storeGone: '存储连不上',
    expire: '让登录态全部过期',
    reset: '重置',
    requests: '最近的请求',
    time: '时间',
    request: '请求',
    status: '状态',
    duration: '毫秒',
    scenario: '场景',
    noRequests: '还没有请求。',
    cut: '无应答',
    simulated: '模拟微信',
    real: '真实微信',
    lost: '连不上 Mock 服务，正在重试…',
    expireDone: '所有登录态已过期。',
    resetDone: '已重置：会话、资料和记录都已清空。',
    scenarioDone: '已切换场景。',
  },
  en: {
    scenarios: 'Scenarios',
    scenariosHint: 'Requests that name no scenario get the one chosen here.',
    now: 'Now',
    inForce: 'In force',
    sessions: 'Live sessions',
    storeGone: 'the store cannot be reached',
    expire: 'Expire all sessions',
    reset: 'Reset',
    requests: 'Recent requests',
    time: 'Time',
    request: 'Request',
    status: 'Status',
    duration: 'ms',
    scenario: 'Scenario',
    noRequests: 'No requests yet.',
    cut: 'no answer',
    simulated: 'WeChat simulated',
    real: 'WeChat itself',
    lost: 'The mock cannot be reached; trying again…',
    expireDone: 'All sessions have expired.',
    resetDone: 'Reset: sessions, profiles and log are empty.',
    scenarioDone: 'Scenario switched.',
  },
};

const byId = (id) => document.getElementById(id);
let language = localStorage.getItem('language') ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');
let state = null;
let shown = '';

/** An element with this text. Text is never parsed as HTML. */
function element(tag, text, className = '') {
  const made = document.createElement(tag);
  made.textContent = text;
  made.className = className;
  return made;
}

function showTexts() {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  for (const one of document.querySelectorAll('[data-text]')) {
    one.textContent = TEXTS[language][one.dataset.text];
  }
  for (const one of document.querySelectorAll('[data-label]')) {
    one.setAttribute('aria-label', TEXTS[language][one.dataset.label]);
  }
  const other = byId('language');
  other.textContent = language === 'zh' ? 'English' : '中文';
  other.lang = language === 'zh' ? 'en' : 'zh-CN';
}

function scenarioChoice({ id, title, description }) {
  const label = document.createElement('label');
  const radio = document.createElement('input');
  radio.type = 'radio';
  radio.name = 'scenario';
  radio.value = id;
  radio.checked = id === state.scenario;
  const name = element('span', title[language]);
  name.append(element('code', id, 'id'));
  label.append(radio, name, element('span', description[language], 'about'));
  return label;
}

function requestRow({ at, method, path, status, ms, scenario }) {
  const row = document.createElement('tr');
  const tone = status === null || status >= 500 ? 'bad' : status >= 400 ? 'warn' : '';
  row.append(
    element('td', new Date(at).toLocaleTimeString(document.documentElement.lang, { hour12: false })),
    element('td', `${method} ${path}`),
    element('td', status === null ? TEXTS[language].cut : String(status), tone),
    element('td', String(ms), 'number'),
    element('td', scenario),
  );
  return row;
}

function show() {
  const key = JSON.stringify([language, state]);
  if (!state || key === shown) return;
  shown = key;
  byId('origin').textContent = state.origin;
  byId('wechat').textContent = TEXTS[language][state.wechat];
  const current = state.scenarios.find(({ id }) => id === state.scenario);
  byId('current').textContent = current ? `${current.title[language]} (${current.id})` : state.scenario;
  const known = state.worlds.every(({ sessions }) => sessions !== null);
  const count = state.worlds.reduce((sum, { sessions }) => sum + sessions, 0);
  byId('sessions').textContent = known ? String(count) : TEXTS[language].storeGone;
  byId('requests').replaceChildren(...state.requests.toReversed().map(requestRow));
  byId('no-requests').hidden = state.requests.length > 0;
  const list = byId('scenarios');
  const listKey = JSON.stringify([language, state.scenario, state.scenarios.length]);
  if (list.dataset.key !== listKey) {
    const focused = list.contains(document.activeElement);
    list.dataset.key = listKey;
    list.replaceChildren(...state.scenarios.map(scenarioChoice));
    if (focused) list.querySelector(':checked')?.focus();
  }
}

/** Sends a request to the mock, and shows the new state. */
async function ask(path, init) {
  const problem = byId('problem');
  try {
    const response = await fetch(`/__mock__/${path}`, init);
    const body = await response.json();
    if (!response.ok) throw new Error(body.msg);
    state = body;
    problem.hidden = true;
    show();
    return true;
  } catch (error) {
    problem.textContent = error instanceof TypeError ? TEXTS[language].lost : error.message;
    problem.hidden = false;
    return false;
  }
}

async function act(action, body) {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  if (await ask(action, init)) byId('done').textContent = TEXTS[language][`${action}Done`];
}

byId('language').addEventListener('click', () => {
  language = language === 'zh' ? 'en' : 'zh';
  localStorage.setItem('language', language);
  byId('done').textContent = '';
  showTexts();
  show();
});
byId('scenarios').addEventListener('change', ({ target }) => act('scenario', { name: target.value }));
for (const button of document.querySelectorAll('[data-action]')) {
  button.addEventListener('click', () => act(button.dataset.action, {}));
}

showTexts();
await ask('state');
setInterval(() => {
  if (!document.hidden) ask('state');
}, 1000);
