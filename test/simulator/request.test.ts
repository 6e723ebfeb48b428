/** wx.request: the sent request and the received response. */
import { testPhone } from './support/phone';
import { send, URL_OF } from './support/send';

describe('the sent request', () => {
  it('is a GET with JSON content type and WeChat’s referer', async () => {
    const test = testPhone();
    await send(test, { header: { 'X-Mine': 'yes', Referer: 'https://else.test' } });
    const [request] = test.received;
    expect(request?.method).toBe('GET');
    expect(Object.fromEntries(request?.headers ?? [])).toEqual({
      'content-type': 'application/json',
      referer: 'https://servicewechat.com/wxtest/0/page-frame.html',
      'x-mine': 'yes',
    });
  });

  it.each([
    [{ a: 1, 'ä&': '= /' }, `${URL_OF}?a=1&%C3%A4%26=%3D%20%2F`],
    [{}, URL_OF],
    // WeChat does not turn a string into a query.
    ['x=1', URL_OF],
    [{ o: { k: [1] }, n: null }, `${URL_OF}?o=%7B%22k%22%3A%5B1%5D%7D&n=null`],
  ])('encodes the data of a GET into the URL: %p', async (data, url) => {
    const test = testPhone();
    await send(test, { data });
    expect(test.received[0]?.url).toBe(url);
  });
});

describe('the received response', () => {
  it('calls onHeadersReceived first', async () => {
    const { wx, phone } = testPhone();
    const order: string[] = [];
    const task = wx.request({ url: URL_OF, success: () => order.push('success') });
    task.onHeadersReceived(({ statusCode }) => order.push(`headers ${statusCode}`));
    await phone.settle();
    expect(order).toEqual(['headers 200', 'success']);
  });
});
