"""The command line of Baro: parses what was typed and calls the chosen command."""

import sys

from kiosk.commands.command_line import CommandFailed, ExitCode, nobody_reads, parse


def main(arguments: list[str] | None = None) -> int:
    """Run one command and answer its exit code (see `baro --help`)."""
    command = ""
    try:
        chosen = parse(sys.argv[1:] if arguments is None else arguments)
        command = chosen.command
        code = int(chosen.run(chosen))
        sys.stdout.flush()
    except CommandFailed as failure:
        print(f"baro {command}: {failure}", file=sys.stderr)
        return int(failure.code)
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return int(ExitCode.INTERRUPTED)
    except BrokenPipeError:
        if not nobody_reads():
            raise
        return int(ExitCode.OK)
    return code


if __name__ == "__main__":
    sys.exit(main())
