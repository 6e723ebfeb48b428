/**
 * The placeholder for an unknown tag, or for a generic without a component: a small visible box, and one line in the
 * log.
 */
import { missingGeneric } from '../../../simulator/program/messages';
import { builtIn } from './define';

/** The component that replaces unknown tags. */
export const unknown = builtIn('unknown', {}, (host) => {
  const tag = host.element.localName.replace(/^wx-/, '');
  const name = document.createElement('span');
  name.className = 'wx-unknown-name';
  name.textContent = `<${tag}>`;
  host.element.classList.add('wx-unknown');
  host.element.append(name);
  host.services.reportOnce(
    host.services.isGeneric(host.owner, tag)
      ? missingGeneric(host.owner, tag)
      : `<${tag}> is not a component of the preview: it is shown as a placeholder`,
  );
  return {};
});
