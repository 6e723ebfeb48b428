/** The end of every history: all faults are mended, and a user who follows the page's offers logs in. */
import { stateOf } from '../support/auth-state';
import { rest } from './commands/act';
import { launch } from './launch';
import { asksForConsent, Breach, givesNothing, judgeAtRest, numberRow } from './laws';
import type { Model } from './model';
import { type Scene, USER_PAGE } from './scene';

/** Limit of steps; every recovery needs fewer. */
const STEPS = 16;
const NAME = '归途';

/** Answers the dialog on the screen as a user who logs in. Returns a description, or null without a dialog. */
function agree(scene: Scene): string | null {
  const item = scene.phone.screen.items.findLast(({ kind }) => kind !== 'toast' && kind !== 'loading');
  switch (item?.kind) {
    case undefined:
      return null;
    case 'authorize':
      item.allow();
      break;
    case 'modal':
      item.confirm();
      break;
    case 'settings':
      for (const { scope } of item.scopes) item.set(scope, true);
      item.back();
      break;
    case 'privacy':
      item.agree();
      break;
    case 'avatar':
      item.useWechat();
      break;
    case 'phone-number':
      item.allow();
      break;
    case 'action-sheet':
      item.cancel();
      break;
    case 'contract':
      item.back();
      break;
  }
  return `${item?.kind}: agreed`;
}

/** Performs the action that the page offers. Returns a description, or null when the user is logged in. */
async function follow(model: Model, scene: Scene, step: number): Promise<string | null> {
  const { stage } = scene;
  const { page } = stage;
  if (page.route !== USER_PAGE) {
    await stage.back({ settle: false });
    return 'went back';
  }
  const tap = async (name: string) => {
    const element = scene.touchables().find((one) => one.text().split('\n')[0] === name);
    await element?.tap({ settle: false });
    return element === undefined ? null : `tapped 「${name}」`;
  };
  if (asksForConsent(scene)) return tap('同意');
  if (page.data.isLogin === 1 && page.data.noticeText === '') {
    // An open form is an edit. The user cancels it.
    return page.data.ask === 'form' ? tap('取消') : null;
  }
  if ((await tap('联系客服')) !== null) {
    await stage.hide({ settle: false });
    await stage.show({ settle: false });
    return 'tapped 「联系客服」 and came back';
  }
  const again = (await tap('重试')) ?? (await tap('重新选择')) ?? (await tap('登录'));
  if (again !== null || page.data.isLogin === 1) return again;
  const picture = scene.touchables().find((one) => one.attribute('open-type') === 'chooseAvatar');
  // The server refuses the same picture again, so the user chooses another one.
  if (picture !== undefined && step % 4 === 2) {
    await picture.tap({ settle: false });
    return 'tapped the picture';
  }
  const [input] = scene.inputs();
  if (input !== undefined) {
    await input.input(NAME, { settle: false });
    await rest(scene);
    const { title } = stateOf(stage).draft;
    model.gives(NAME, title);
    return tap('保存');
  }
  model.gives(scene.wechatName);
  return tap('授权登录');
}

/**
 * Mends everything and logs in. Ends with isLogin 1 and the server's state on every page, also after another launch.
 * @throws Breach
 */
export async function recover(model: Model, scene: Scene): Promise<void> {
  const { conditions, phone, stage, watch, lines } = scene;
  lines.push('— Everything works again, and the user logs in:');
  await rest(scene);
  model.look(scene);
  await judgeAtRest(model, scene);
  watch.newStretch();
  conditions.mend();
  if (!phone.online) phone.setOnline(true);
  model.online = true;
  // The phone learns of changes by other devices at the next launch.
  if (model.running && !watch.isProfileCurrent) {
    scene.kill();
    model.running = false;
  }
  if (model.running && model.hidden) await stage.show({ settle: false });
  if (!model.running) await scene.open();
  model.running = true;
  model.hidden = false;
  if (model.saved === null) model.gives(scene.wechatName);
  watch.stretch.acts += 3;
  for (let step = 0; step < STEPS; step += 1) {
    await rest(scene);
    model.look(scene);
    await judgeAtRest(model, scene);
    watch.newStretch();
    watch.stretch.acts = 1;
    watch.stretch.touched = true;
    const done = agree(scene) ?? (await follow(model, scene, step));
    if (done === null) break;
    lines.push(done);
  }
  await rest(scene);
  await arrive(model, scene);
}

/** Binds a phone number, if there is none yet. */
async function bind(model: Model, scene: Scene): Promise<void> {
  const button = scene.touchables().find((one) => one.attribute('open-type') === 'getPhoneNumber');
  if (button === undefined) return;
  scene.lines.push('tapped 「一键绑定」 and gave a number');
  scene.watch.newStretch();
  Object.assign(scene.watch.stretch, { acts: 3, touched: true });
  await button.tap({ settle: false });
  await rest(scene);
  // The privacy contract appears first.
  if (asksForConsent(scene))
    await scene
      .touchables()
      .find((one) => one.text() === '同意')
      ?.tap();
  agree(scene);
  await rest(scene);
  model.look(scene);
  await judgeAtRest(model, scene);
  const value = numberRow(scene.stage.page)?.value ?? '';
  if (value === '' || value !== (await scene.serverNumber()))
    throw new Breach(`a number was given, and the page shows ${JSON.stringify(value)}`);
}

async function arrive(model: Model, scene: Scene): Promise<void> {
  const { stage, lines } = scene;
  const { isLogin, noticeText } = stage.page.data;
  const server = await scene.serverProfile();
  if (isLogin !== 1 && givesNothing(scene) && server === null) return;
  if (isLogin !== 1) throw new Breach(`stuck: isLogin is ${isLogin}, the page says:\n${stage.page.text()}`);
  if (noticeText !== '') throw new Breach(`stuck: the notice stays: ${noticeText}`);
  if (!server || server.nickName !== stage.page.data.nickName) {
    throw new Breach(`page and server differ: ${stage.page.data.nickName} and ${server?.nickName}`);
  }
  lines.push('opened the user page once more');
  await scene.open();
  await rest(scene);
  await judgeAtRest(model, scene);
  await bind(model, scene);
  scene.kill();
  lines.push('opened the mini-program again');
  await launch(model, scene);
  await rest(scene);
  if (stage.page.data.nickName !== server.nickName)
    throw new Breach('the next launch does not show the user');
  const phone = numberRow(stage.page);
  if (phone && phone.value !== (await scene.serverNumber()))
    throw new Breach(`the next launch shows the number ${phone.value}`);
  await judgeAtRest(model, scene);
}
