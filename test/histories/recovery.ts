/** How every history ends: nothing is wrong any more, and a person who follows what is offered gets there. */
import { stateOf } from '../support/auth-state';
import { rest } from './commands/act';
import { launch } from './launch';
import { asksForConsent, Breach, givesNothing, judgeAtRest, numberRow } from './laws';
import type { Model } from './model';
import { type Scene, USER_PAGE } from './scene';

/** More steps than any way needs. */
const STEPS = 16;
const NAME = '归途';

/** Answers what is on the screen as a user who wants to log in. Says what was done, or null. */
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

/** Takes the way that the page offers. Says what was done, or null when the person is where they want to be. */
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
    // A form left open is an edit that the person gives up.
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
  // A picture that the server does not take is not taken the next time either: the person chooses another.
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
 * Everything is mended, and the person tries. Ends in isLogin 1, in agreement with the server, in every page and after
 * another launch.
 * @throws Breach
 */
export async function recover(model: Model, scene: Scene): Promise<void> {
  const { conditions, phone, stage, watch, lines } = scene;
  lines.push('— Everything works again, and the person wants to get in:');
  await rest(scene);
  model.look(scene);
  await judgeAtRest(model, scene);
  watch.newStretch();
  conditions.mend();
  if (!phone.online) phone.setOnline(true);
  model.online = true;
  // What was changed elsewhere is learnt at the next launch.
  if (model.running && !watch.isTold) {
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

/** The person binds a phone number, if there is none yet. */
async function bind(model: Model, scene: Scene): Promise<void> {
  const button = scene.touchables().find((one) => one.attribute('open-type') === 'getPhoneNumber');
  if (button === undefined) return;
  scene.lines.push('tapped 「一键绑定」 and gave a number');
  scene.watch.newStretch();
  Object.assign(scene.watch.stretch, { acts: 3, touched: true });
  await button.tap({ settle: false });
  await rest(scene);
  // The contract comes first.
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
  lines.push('opened the mini-program afresh');
  await launch(model, scene);
  await rest(scene);
  if (stage.page.data.nickName !== server.nickName)
    throw new Breach('the next launch does not know the person');
  const phone = numberRow(stage.page);
  if (phone && phone.value !== (await scene.serverNumber()))
    throw new Breach(`the next launch shows the number ${phone.value}`);
  await judgeAtRest(model, scene);
}
