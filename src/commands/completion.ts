// wangge completion <shell>: the script by which a shell completes commands, options and the months of the folder.
import { type Context, EXIT, type ExitCode, UsageError } from './context.ts';
import { COMMANDS } from './index.ts';
import { COMMON_OPTIONS, HELP, longOf, SIGNATURE_OPTIONS, spellingsOf } from './options.ts';
import type { CommandSpec } from './spec.ts';

const optionsOf = ({ options = {}, signed }: CommandSpec): readonly string[] => [
  ...Object.values(options).map(longOf),
  ...(signed ? SIGNATURE_OPTIONS.map(longOf) : []),
  ...COMMON_OPTIONS.flatMap(spellingsOf),
  longOf(HELP),
];

const names = COMMANDS.map(({ name }) => name).join(' ');

/** What may stand for a month: folders of that name. */
const MONTHS = '[12][0-9][0-9][0-9]-[01][0-9]';

const bash = (): string => `_wangge() {
  local current="\${COMP_WORDS[COMP_CWORD]}" command="\${COMP_WORDS[1]}" months options
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${names}" -- "$current"))
    return
  fi
  case "$command" in
${COMMANDS.map((spec) => `    ${spec.name}) options="${optionsOf(spec).join(' ')}" ;;`).join('\n')}
  esac
  if [[ "$current" == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$current"))
  else
    months="$(compgen -G '${MONTHS}')"
    COMPREPLY=($(compgen -W "$months" -- "$current") $(compgen -f -- "$current"))
  fi
}
complete -F _wangge wangge
`;

const zsh = (): string => `#compdef wangge
_wangge() {
  local -a commands options months
  commands=(${COMMANDS.map(({ name, about }) => `'${name}:${about.replaceAll("'", '')}'`).join(' ')})
  if (( CURRENT == 2 )); then
    _describe '命令' commands
    return
  fi
  case "$words[2]" in
${COMMANDS.map((spec) => `    ${spec.name}) options=(${optionsOf(spec).join(' ')}) ;;`).join('\n')}
  esac
  if [[ "$PREFIX" == -* ]]; then
    compadd -- $options
  else
    months=(${MONTHS}(N/))
    compadd -- $months
    _files
  fi
}
compdef _wangge wangge
`;

const powershell = (): string => `Register-ArgumentCompleter -Native -CommandName wangge -ScriptBlock {
  param($word, $ast, $position)
  $options = @{
${COMMANDS.map(
  (spec) =>
    `    '${spec.name}' = @(${optionsOf(spec)
      .map((one) => `'${one}'`)
      .join(', ')})`,
).join('\n')}
  }
  $typed = @($ast.CommandElements | ForEach-Object { "$_" })
  $isFirst = $typed.Count -eq 1 -or ($typed.Count -eq 2 -and $word -ne '')
  $known = if ($isFirst) { $options.Keys } elseif ($word -like '-*') { $options[$typed[1]] } else {
    Get-ChildItem -Directory | Where-Object Name -Match '^[12]\\d{3}-[01]\\d$' | ForEach-Object Name
  }
  $known | Where-Object { $_ -like "$word*" } | Sort-Object | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;

const SHELLS: Readonly<Record<string, () => string>> = { bash, zsh, powershell };

export function completion(context: Context, shell: string): ExitCode {
  const script = Object.hasOwn(SHELLS, shell) ? SHELLS[shell] : undefined;
  if (script === undefined)
    throw new UsageError(`“${shell}”不是可选的命令行环境，请写 ${Object.keys(SHELLS).join('、')}`);
  context.out(script());
  return EXIT.done;
}
