/** wx.createAnimation: its methods and the exported data. */
import { testPhone } from './support/phone';

interface Exported {
  actions: { animates: { type: string; args: unknown[] }[]; option: unknown }[];
}

const animationOf = (option: object = {}) => testPhone().wx.createAnimation(option);
const exported = (animation: WechatMiniprogram.Animation) => animation.export() as unknown as Exported;

test('export returns the list of steps and empties it [page api/ui/animation/Animation.export.html]', () => {
  const animation = animationOf();
  animation.opacity(0).step().opacity(1).step();
  expect(exported(animation).actions).toHaveLength(2);
  expect(exported(animation).actions).toEqual([]);
});

test('a step takes its options from step(), otherwise from createAnimation, otherwise the defaults: 400 ms, linear, no delay, origin at the centre [page api/ui/animation/wx.createAnimation.html]', () => {
  const usual = {
    transformOrigin: '50% 50% 0',
    transition: { duration: 400, timingFunction: 'linear', delay: 0 },
  };
  expect(exported(animationOf().rotate(1).step()).actions[0]?.option).toEqual(usual);
  const animation = animationOf({ duration: 100, delay: 5, transformOrigin: '0 0' }).rotate(1);
  animation.step({ timingFunction: 'ease', delay: 0 });
  expect(exported(animation).actions[0]?.option).toEqual({
    transformOrigin: '0 0',
    transition: { duration: 100, timingFunction: 'ease', delay: 0 },
  });
});

test('methods can be chained; a number as a length is in px; scale with one number scales both axes [page api/ui/animation/Animation.html]', () => {
  const animation = animationOf().scale(2).rotate(45).translate(1, 2).width(10).left('5%');
  animation.backgroundColor('#fff').opacity(0.5).step();
  expect(exported(animation).actions[0]?.animates).toEqual([
    { type: 'scale', args: [2, 2] },
    { type: 'rotate', args: [45] },
    { type: 'translate', args: [1, 2] },
    { type: 'style', args: ['width', '10px'] },
    { type: 'style', args: ['left', '5%'] },
    { type: 'style', args: ['background-color', '#fff'] },
    { type: 'style', args: ['opacity', 0.5] },
  ]);
});

test('a step repeats the values of earlier steps that it does not change [community https://github.com/wechat-miniprogram/miniprogram-simulate]', () => {
  const animation = animationOf().rotate(45).opacity(0.5).step();
  animation.rotate(90).step();
  expect(exported(animation).actions[1]?.animates).toEqual([
    { type: 'rotate', args: [90] },
    { type: 'style', args: ['opacity', 0.5] },
  ]);
});
