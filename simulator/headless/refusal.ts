/** WeChat refuses a navigation. The mini-program can handle this failure, so it is not reported as a mistake. */
export class Refusal extends Error {}
