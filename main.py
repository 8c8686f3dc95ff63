"""The command line of Baro: parses what was typed and calls the chosen command."""

import sys

from kiosk.commands.command_line import CommandFailed, ExitCode, parse


def main(arguments: list[str] | None = None) -> int:
    """Run one command and answer its exit code (see `baro --help`)."""
    chosen = parse(sys.argv[1:] if arguments is None else arguments)
    try:
        return int(chosen.run(chosen))
    except CommandFailed as failure:
        print(f"baro {chosen.command}: {failure}", file=sys.stderr)
        return int(failure.code)
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return int(ExitCode.INTERRUPTED)


if __name__ == "__main__":
    sys.exit(main())
