/** "必须调用且只能调用一次。不然会出现无法预期的后果" (reference/api/App.html). */
export const APP_TWICE =
  'App() was called twice. Call it once: WeChat does not document what a second call does.';
