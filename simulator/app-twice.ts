/** "必须调用且只能调用一次。不然会出现无法预期的后果" (reference/api/App.html). */
export const APP_TWICE =
  'App() is called a second time: it must be called once. WeChat promises nothing of what happens then.';
