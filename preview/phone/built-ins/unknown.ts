/** An unknown tag: small, visible, and one line in the log. */
import { builtIn } from './define';

/** Makes the component that stands in for unknown tags. */
export const unknown = builtIn('unknown', {}, (host) => {
  const tag = host.element.localName.replace(/^wx-/, '');
  const name = document.createElement('span');
  name.className = 'wx-unknown-name';
  name.textContent = `<${tag}>`;
  host.element.classList.add('wx-unknown');
  host.element.append(name);
  host.services.reportOnce(
    `<${tag}> is not a component that the preview knows: it is shown as a placeholder`,
  );
  return {};
});
