export const ERA_NAMES = ['legacy', 'button', 'profile', 'fill'] as const;
