"""The command line of Baro: parses what was typed and calls the chosen command."""

import os
import select
import sys

from kiosk.commands.command_line import CommandFailed, ExitCode, parse


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
        if not _nobody_reads():
            raise
        return int(ExitCode.OK)
    return code


def _nobody_reads() -> bool:
    """Whether it was our own output that broke, because who read has enough (`baro ... | head`)."""
    output = select.poll()
    output.register(sys.stdout.fileno(), select.POLLOUT)
    if not any(event & select.POLLERR for _, event in output.poll(0)):
        return False
    # What Python would flush at its end goes nowhere.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return True


if __name__ == "__main__":
    sys.exit(main())
