/** WeChat refuses a navigation: a reason for the mini-program, not a mistake in it. */
export class Refusal extends Error {}
