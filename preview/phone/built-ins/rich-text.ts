/** `<rich-text>`: draws an HTML text or a tree of nodes. Only the tags and attributes that WeChat allows are drawn. */
import { richNodes } from '../../../simulator/built-ins/rich-text';
import { builtIn } from './define';

export const richText = builtIn('rich-text', { nodes: null, space: '', userSelect: false }, (host) => {
  const content = document.createElement('div');
  host.element.append(content);
  let drawn: { nodes: unknown; space: string } | undefined;
  return {
    render() {
      const { nodes, space } = host.values;
      if (drawn !== undefined && nodes === drawn.nodes && space === drawn.space) return;
      drawn = { nodes, space };
      const made = richNodes(nodes ?? '', space, (element, name, value) => {
        if (name === 'style') host.services.setStyle(element, value);
        else element.setAttribute(name, value);
      });
      content.replaceChildren(...made);
    },
  };
});
