/** `miniprogram-phone`: the commands of the package. */
import { build } from './build';
import { dev } from './dev';
import { init } from './init';
import { type Command, helpOf, readFlags } from './options';
import { scenes } from './scenes';

const COMMANDS: Readonly<Record<string, Command>> = { dev, build, scenes, init };

const overview = (): string => {
  const lines = Object.entries(COMMANDS).map(([name, { help }]) => `  ${name.padEnd(8)}${help}`);
  return `\n  miniprogram-phone [command] [flags]\n\n${lines.join('\n')}\n\n  miniprogram-phone COMMAND --help lists its flags.\n`;
};

/**
 * Runs a command.
 * @param args What was typed after the program's name.
 * @returns the exit code
 * @throws Error in one line for a mistake of the person's
 */
export async function main(args: readonly string[]): Promise<number> {
  const [first = ''] = args;
  if (args.length === 1 && /^(--help|-h|help)$/.test(first)) {
    console.log(overview());
    return 0;
  }
  const isNamed = first !== '' && !first.startsWith('-');
  const name = isNamed ? first : 'dev';
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    throw new Error(`There is no command "${name}". There are: ${Object.keys(COMMANDS).join(', ')}`);
  }
  const values = readFlags(name, command.flags, isNamed ? args.slice(1) : args);
  if (values.help === true) {
    console.log(helpOf(name, command));
    return 0;
  }
  return (await command.run(values)) ?? 0;
}
