/** Runs inside Chromium: intercepts requests like the preview, and stores a report in `window.report`. */
import { createHandlers } from '../../mock-server/handlers';
import { createWorld } from '../../mock-server/world';
import { interceptRequests } from '../../preview/phone/requests/intercept';

/** The results of the page. */
interface PageReport {
  interception: string;
  fallbackReason: string | null;
  check: string;
  nickName: string | undefined;
  uploadedType: string | null;
  signed: number;
  /** Width in pixels, or `error`. */
  portrait: number | string;
  cut: string;
  aborted: string;
  otherScenario: number;
  notMocked: string;
}

declare global {
  interface Window {
    report?: PageReport | { error: string };
  }
}

const API = 'https://backend.example.com/api/index/';

/** The name of a promise's rejection error. */
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no error',
    (error: Error) => error.name,
  );

async function visit(): Promise<PageReport> {
  const publicOrigin = location.origin;
  const world = await createWorld({ scenario: 'member', publicOrigin });
  let current = world;
  const handlers = createHandlers(() => current);
  const mock = await interceptRequests({ handlers: () => handlers, workerUrl: 'mockServiceWorker.js' });
  const session = world.phone.storage.rd3_session?.value ?? '';
  const check = await (await fetch(`${API}check_3rdsession?rd3_session=${session}`)).text();

  const login = await fetch(`${API}onlogin?code=${await world.wechat.issueCode('lin')}`);
  const { user_info: user } = (await login.json()) as { user_info: { nickName: string; avatarUrl: string } };

  const form = new FormData();
  form.set('rd3_session', session);
  form.set('avatar', new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xe0])]), 'a.jpg');
  const upload = await fetch(`${API}setuserinfo`, { method: 'POST', body: form });
  const { user_info: uploaded } = (await upload.json()) as { user_info: { avatarUrl: string } };
  const uploadedType = (await fetch(uploaded.avatarUrl)).headers.get('content-type');

  const data = await world.wechat.userData('lin', {
    anonymous: false,
    withCredentials: true,
    withIdentity: true,
  });
  const { rawData, signature = '', encryptedData = '', iv = '' } = data;
  const body = new URLSearchParams({ rd3_session: session, rawData, signature, encryptedData, iv });
  const signed = (await fetch(`${API}setuserinfo`, { method: 'POST', body })).status;

  const image = new Image();
  const portrait = await new Promise<number | string>((resolve) => {
    image.onload = () => resolve(image.naturalWidth);
    image.onerror = () => resolve('error');
    image.src = user.avatarUrl;
  });

  world.addFault({ on: 'onlogin', kind: 'cut-before', times: 1 });
  const cut = await failure(fetch(`${API}onlogin`));
  world.addFault({ on: 'onlogin', kind: 'hang', times: 1 });
  const controller = new AbortController();
  const hanging = failure(fetch(`${API}onlogin`, { signal: controller.signal }));
  setTimeout(() => controller.abort(), 20);
  const aborted = await hanging;

  current = await createWorld({ scenario: 'server-down', publicOrigin });
  const otherScenario = (await fetch(`${API}onlogin`)).status;
  const notMocked = await fetch('plain.txt').then(
    (answer) => answer.text(),
    () => 'error',
  );
  mock.close();
  return {
    interception: mock.kind,
    fallbackReason: mock.fallbackReason,
    check,
    nickName: user?.nickName,
    uploadedType,
    signed,
    portrait,
    cut,
    aborted,
    otherScenario,
    notMocked,
  };
}

visit().then(
  (report) => {
    window.report = report;
  },
  (error: unknown) => {
    window.report = { error: String(error) };
  },
);
