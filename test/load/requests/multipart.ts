/** multipart/form-data: valid, invalid, and truncated. */
import fc from 'fast-check';
import { jsonText } from './json';
import { bytesOf, hostileText, SESSION } from './text';

const PICTURES = [
  '\x89PNG\r\n\x1a\n...',
  '\xff\xd8\xff...',
  'GIF89a...',
  'RIFF....WEBP',
  '<svg/>',
  '',
  'MZ\x90',
];

const headerText = hostileText.map((text) => bytesOf(text.replaceAll('"', '%22')));

const part = fc.oneof(
  fc.constant(`content-disposition: form-data; name="rd3_session"\r\n\r\n${SESSION}`),
  jsonText.map((json) => `content-disposition: form-data; name="info_json"\r\n\r\n${json}`),
  fc
    .tuple(fc.constantFrom(...PICTURES), headerText)
    .map(
      ([bytes, file]) =>
        `content-disposition: form-data; name="avatar"; filename="${file}"\r\ncontent-type: image/png\r\n\r\n${bytes}`,
    ),
  fc
    .tuple(headerText, fc.string({ unit: 'binary-ascii', maxLength: 40 }))
    .map(([name, text]) => `content-disposition: form-data; name="${name}"\r\n\r\n${text}`),
  fc.constantFrom('', 'no header at all', '\r\n\r\n', 'content-disposition: attachment\r\n\r\nx'),
);

const boundary = fc.constantFrom('b', '----x', 'a b', '"q"', `${'x'.repeat(300)}`, '林');

/** Body and content type. */
export const multipart: fc.Arbitrary<{ type: string; body: string }> = fc
  .record({
    parts: fc.array(part, { maxLength: 5 }),
    boundary,
    /** A wrong boundary in the header. */
    announced: fc.option(fc.oneof(boundary, fc.constantFrom('', '"', ';')), { freq: 5 }),
    newline: fc.constantFrom('\r\n', '\r\n', '\r\n', '\n'),
    end: fc.constantFrom('--\r\n', '--\r\n', '--', '', '\r\n'),
    /** Share of the body that is sent. */
    cut: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 5 }),
  })
  .map(({ parts, boundary: own, announced, newline, end, cut }) => {
    const bytes = bytesOf(own);
    const whole = `${parts.map((text) => `--${bytes}${newline}${text}${newline}`).join('')}--${bytes}${end}`;
    return {
      type: `multipart/form-data; boundary=${bytesOf(announced ?? own)}`,
      body: cut === null ? whole : whole.slice(0, Math.floor(whole.length * cut)),
    };
  });
