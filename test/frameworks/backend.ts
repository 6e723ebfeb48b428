/** The backend of the flow as MSW handlers: a user's list of items, behind a login. */
import { HttpResponse, http, type RequestHandler } from 'msw';

interface Item {
  readonly id: number;
  readonly name: string;
  readonly urgent: boolean;
}

const HOST = 'https://api.list.example';
const TOKEN = 'token-of-lin';

/** Creates handlers with three items. Each call creates a separate list. */
export function listBackend(): RequestHandler[] {
  let items: readonly Item[] = ['茶', '杯', '壶'].map((name, index) => ({
    id: index + 1,
    name,
    urgent: false,
  }));
  let next = items.length;
  const used = new Set<string>();

  const allowed = (request: Request): boolean => request.headers.get('Authorization') === TOKEN;
  const refused = () => HttpResponse.json({ message: 'log in first' }, { status: 401 });
  const missing = () => HttpResponse.json({ message: 'no such item' }, { status: 404 });
  const find = (id: unknown): Item | undefined => items.find((item) => item.id === Number(id));

  return [
    http.post<never, { code: string }>(`${HOST}/login`, async ({ request }) => {
      const { code } = await request.json();
      // A code can be used once. Codes of test/stages' phones contain a number; other codes have 32 characters, as in
      // WeChat.
      if (!/^(code-number-\d+|[\w-]{32})$/.test(code) || used.has(code)) {
        return HttpResponse.json({ message: 'bad code' }, { status: 400 });
      }
      used.add(code);
      return HttpResponse.json({ token: TOKEN, name: '林小满' });
    }),
    http.get(`${HOST}/items`, ({ request }) => (allowed(request) ? HttpResponse.json(items) : refused())),
    http.post<never, { name: string }>(`${HOST}/items`, async ({ request }) => {
      if (!allowed(request)) return refused();
      const { name } = await request.json();
      next += 1;
      const added = { id: next, name, urgent: false };
      items = [...items, added];
      return HttpResponse.json(added);
    }),
    http.get(`${HOST}/items/:id`, ({ request, params }) => {
      if (!allowed(request)) return refused();
      const found = find(params.id);
      return found === undefined ? missing() : HttpResponse.json(found);
    }),
    http.put<{ id: string }, { name: string; urgent: boolean }>(
      `${HOST}/items/:id`,
      async ({ request, params }) => {
        if (!allowed(request)) return refused();
        const found = find(params.id);
        if (found === undefined) return missing();
        const { name, urgent } = await request.json();
        const changed = { ...found, name, urgent };
        items = items.map((item) => (item === found ? changed : item));
        return HttpResponse.json(changed);
      },
    ),
    http.delete(`${HOST}/items/:id`, ({ request, params }) => {
      if (!allowed(request)) return refused();
      const found = find(params.id);
      if (found === undefined) return missing();
      items = items.filter((item) => item !== found);
      return HttpResponse.json({});
    }),
  ];
}
