"""What shells and readers of manuals want of the program: completions and manual pages, made of what it says itself."""

import datetime
import gzip
import json

from common import moment, said

SHELLS = {
    "bash": "share/bash-completion/completions/blazon",
    "zsh": "share/zsh/vendor-completions/_blazon",
    "fish": "share/fish/vendor_completions.d/blazon.fish",
}


def escaped(text):
    """A text as roff takes it: a line that begins with a dot or a quote is none of its requests."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in text.split("\n"))


def heading(name, summary, version, day):
    title = name.upper().replace("-", "\\-")
    return (
        f'.TH "{title}" 1 "{day}" "blazon {version}" "Blazon"\n'
        # Set flush left, without hyphens: command lines stay what they are.
        f".ad l\n.nh\n.SH NAME\n{escaped(name)} \\- {escaped(summary)}\n"
    )


def literal(text):
    return f".nf\n{escaped(text.rstrip())}\n.fi\n"


def page(command, version, day):
    """The manual page of one command."""
    name = f"blazon-{command['name']}"
    text = heading(name, command["summary"], version, day)
    options = " [options]" if command["options"] else ""
    text += f".SH SYNOPSIS\n.B {escaped('blazon ' + command['name'])}{options} {escaped(command['operands'])}\n"
    text += ".SH DESCRIPTION\n" + literal(command["details"])
    if command["options"]:
        text += ".SH OPTIONS\n"
        for option in command["options"]:
            names = ", ".join(f"\\fB{escaped(word)}\\fR" for word in option["names"])
            value = f" \\fI{escaped(option['value'])}\\fR" if option.get("value") else ""
            text += f".TP\n{names}{value}\n{escaped(option['help'])}\n"
    if command["examples"]:
        text += ".SH EXAMPLES\n"
        for example in command["examples"]:
            text += f".TP\n\\fB{escaped(example['line'])}\\fR\n{escaped(example['what'])}\n"
    return text + ".SH SEE ALSO\n.BR blazon (1)\n"


def overview(help, day):
    """The page of the program itself."""
    text = heading("blazon", help["summary"], help["version"], day)
    text += ".SH SYNOPSIS\n.B blazon\n.I COMMAND\n[options]\n.SH COMMANDS\n"
    for command in help["commands"]:
        text += f".TP\n\\fB{escaped(command['name'])}\\fR\n{escaped(command['summary'])}\n"
    text += ".SH EXIT STATUS\n"
    for code in help["exitCodes"]:
        text += f".TP\n{code['code']}\n{escaped(code['meaning'])}\n"
    pages = ",\n".join(f".BR blazon\\-{escaped(command['name'])} (1)" for command in help["commands"])
    return text + ".SH SEE ALSO\n" + pages.replace(",\n", " ,\n").replace("(1) ,", "(1),") + "\n"


def write(program, tree):
    """Writes completions and manual pages into the folder share of `tree`."""
    for shell, path in SHELLS.items():
        file = tree / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(said(program, "completions", shell))
    help = json.loads(said(program, "help", "--json"))
    day = datetime.datetime.fromtimestamp(moment(), datetime.timezone.utc).strftime("%Y-%m-%d")
    manuals = tree / "share/man/man1"
    manuals.mkdir(parents=True)
    pages = {"blazon": overview(help, day)}
    for command in help["commands"]:
        pages[f"blazon-{command['name']}"] = page(command, help["version"], day)
    for name, text in pages.items():
        (manuals / f"{name}.1.gz").write_bytes(gzip.compress(text.encode(), 9, mtime=0))
