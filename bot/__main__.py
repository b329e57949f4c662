"""The command line: `python -m bot`."""

import argparse
import gc
import sys
from collections.abc import Sequence

from bot.clock import BEGUN
from bot.exits import CannotRunError, Exit
from bot.settings import Settings, SettingsError, read_settings

# The heavy parts are imported where they are needed, so that a wrong word on the command line
# is answered at once and a start imports nothing that only an import or a check wants.

DESCRIPTION = """\
Muduo 木铎: reminders and check-ins on Telegram, for organisations with a tree of units.
木铎：组织的提醒与签到机器人。
Without a command: with a token it runs on Telegram, without one it opens the sandbox.
不带命令时：有令牌则连接 Telegram，没有令牌则打开沙盒。"""

READ_SCHEDULE = "say what words about time mean 解读时间表达（每行一条）"

EXIT_CODES = """\
exit codes 退出码:
  0   fine 正常
  1   a check or an import found a problem 检查或导入发现问题
  2   a setting or the command line cannot be used 设置或命令行有误
  3   another Muduo runs on this database 已有另一个实例在运行
  4   Telegram does not know the token 令牌无效
  5   the database cannot be used 数据库无法使用
  70  a part of the process stood still; start it again 进程卡住，请重新启动"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; returns the exit code."""
    asked = parser().parse_args(arguments)
    try:
        settings = read_settings()
        return _carry_out(asked, settings)
    except SettingsError as error:
        sys.stderr.write(f"{error}\n")
        return Exit.SETTINGS
    except CannotRunError as error:
        sys.stderr.write(f"{error}\n")
        return error.code


def _carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    match asked.command or ("run" if settings.token() else "sandbox"):
        case "run":
            gc.disable()  # What an import makes is no garbage.
            from bot.real_run import run

            gc.enable()
            return run(settings, _token(settings))
        case "sandbox":
            gc.disable()
            from bot.sandbox_run import run_sandbox

            gc.enable()
            return run_sandbox(settings, fresh=getattr(asked, "fresh", False), begun=BEGUN)
        case "check":
            from bot.checking import check

            return check(settings)
        case "read-schedule":
            from bot.clock import SystemClock
            from bot.schedule_command import read_schedule

            now = SystemClock()()
            return read_schedule(
                asked.now,
                asked.zone,
                asked.language,
                default_now=now,
                default_zone=settings.zone,
            )
        case command:
            from bot.tools import carry_out

            return carry_out(command, asked, settings)


def _token(settings: Settings) -> str:
    token = settings.token()
    if token is None:
        sentence = (
            "There is no token: set MUDUO_TELEGRAM_TOKEN or MUDUO_TELEGRAM_TOKEN_FILE "
            "(from @BotFather), or try `python -m bot sandbox`."
        )
        raise CannotRunError(sentence, Exit.SETTINGS)
    return token


def parser() -> argparse.ArgumentParser:
    """What can be typed."""
    line = argparse.ArgumentParser(
        prog="python -m bot",
        description=DESCRIPTION,
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = line.add_subparsers(dest="command", metavar="COMMAND")
    commands.add_parser("run", help="run on Telegram 连接 Telegram 运行")
    sandbox = commands.add_parser(
        "sandbox", help="try everything on this machine, without Telegram 在本机沙盒中试用"
    )
    sandbox.add_argument("--fresh", action="store_true", help="start over 重新开始")
    commands.add_parser("check", help="look whether a start would work 检查能否启动")
    commands.add_parser(
        "admin-link", help="print a one-time link that makes an administrator 生成管理员一次性链接"
    )
    roster = commands.add_parser(
        "import-roster", help="show what a roster file changes 查看名册文件会改变什么"
    )
    roster.add_argument("file", metavar="FILE", help="an .xlsx file 名册文件")
    roster.add_argument("--apply", action="store_true", help="change it 确认导入")
    _add_schedule_words(commands.add_parser("read-schedule", help=READ_SCHEDULE))
    preset = commands.add_parser(
        "install-preset", help="install a ready plan of duties 安装预设任务方案"
    )
    preset.add_argument("name", metavar="NAME", help="such as education-starter 方案名称")
    preset.add_argument(
        "--kind",
        action="append",
        default=[],
        metavar="school=学校",
        help="which of your kinds of unit is meant 方案中的组织类型对应您的哪一类",
    )
    return line


def _add_schedule_words(words: argparse.ArgumentParser) -> None:
    words.add_argument("--now", metavar="2026-11-21T22:00", help="local time 当地时间")
    words.add_argument("--zone", metavar="Asia/Shanghai", help="time zone 时区")
    words.add_argument(
        "--language", choices=("zh", "en"), help="language of the questions 提问所用的语言"
    )


if __name__ == "__main__":
    sys.exit(main())
