import mpx from '@mpxjs/core';

const HOST = 'https://api.list.example';

/** The session of the last login, also of an earlier launch. */
export const session = () => mpx.getStorageSync('session') || null;

/** One request with the session's token; rejects for every status but 2xx. */
export async function api(method, path, data) {
  const header = { Authorization: session()?.token ?? '' };
  const { statusCode, data: body } = await mpx.request({ url: HOST + path, method, data, header });
  if (statusCode >= 300) throw new Error(`${method} ${path}: ${statusCode}`);
  return body;
}

export async function login() {
  const { code } = await mpx.login();
  const found = await api('POST', '/login', { code });
  mpx.setStorageSync('session', found);
  return found;
}
