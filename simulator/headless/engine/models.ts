/** `model:` bindings: a new value of a bound property becomes data of the owner, and of the owner's owner. */
import { camelCase } from '../../program/names';
import type { EngineNode } from './types';

/** Sets the owner's data to the new value of a property of `node`, if the property is bound with `model:`. */
export function writeModel(node: EngineNode, property: string, value: unknown): void {
  const models = Object.entries(node._vt?.models ?? {});
  const field = models.find(([attribute]) => camelCase(attribute) === property)?.[1];
  const owner = node.ownerShadowRoot?.getHostNode();
  if (field === undefined || owner === undefined) return;
  owner.setData?.({ [field]: value });
  // The owner's property may be bound as well: `<input model:value="{{text}}"/>` in a component used with `model:text`.
  writeModel(owner, field, value);
}
