"""`kg explain`: the article with what was recognised marked, and why."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import chain

import click
from rich.console import Console
from rich.text import Text

from kg.errors import InputError
from kg.extract import extract
from kg.model import Article, Claim, Facts, Span
from kg.read import read, sources

STYLES = {
    "organisation": "bold cyan",
    "plan": "bold magenta",
    "event": "cyan",
    "project": "bold blue",
    "vision": "italic green",
    "indicator": "yellow",
    "time": "bold green",
    "value": "bold red",
}
"""Colour of each kind of words; of two that overlap the later one is seen."""


@click.command("explain")
@click.argument("source")
def command(source: str) -> None:
    """Show the article with the recognised words in colour, then what it names, and each figure with the rule that
    read it.

    \b
    Example:
      kg explain examples/shanghai-digital.md | less -R
    """
    console = _Console(highlight=False, soft_wrap=True)
    failed = False
    for given in sources([source]):
        try:
            article = read(given)
        except InputError as error:
            click.echo(str(error), err=True)
            failed = True
            continue
        facts = extract(article)
        console.print(heading(article), end="\n\n")
        if console.color_system:
            console.print(_legend(), end="\n\n")
        console.print(marked(article, facts), end="\n\n")
        if things := [*named(facts)]:
            console.print(*things, sep="\n", end="\n\n")
        for claim in facts.claims:
            console.print(*reasons(article, claim), sep="\n", end="\n\n")
        for issue in facts.issues:
            console.print(Text(f"{issue.level}: {issue.message}", "yellow"))
    sys.exit(failed)


class _Console(Console):
    """A console whose reader may go away: `| head` is no error."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def heading(article: Article) -> Text:
    """Which article this is: its source, its title, the day it was published."""
    told = (article.source, article.header("title") or "", str(article.published or ""))
    return Text("  ".join(filter(None, told)), "bold underline")


def named(facts: Facts) -> Iterator[Text]:
    """A line for each thing that the article names."""
    for plan in facts.plans:
        years = f"  {plan.period[0]}–{plan.period[1]}" if plan.period else ""
        yield _thing("plan", f"{plan.title}{years}", plan.aliases)
    for body in facts.organisations:
        yield _thing("organisation", body.name, body.aliases)
    for event in facts.events:
        yield _thing("event", f"{event.name}  {event.date or ''}".rstrip())
    for project in facts.projects:
        yield _thing("project", project.name, (project.group,) if project.group else ())
    for goal in facts.goals:
        yield _thing("vision", f"{goal.text}  {goal.year or ''}".rstrip())


def _thing(kind: str, name: str, beside: tuple[str, ...] = ()) -> Text:
    return Text.assemble((f"{kind:<13}", "dim"), (name, STYLES[kind]), f"  ({', '.join(beside)})" if beside else "")


def marked(article: Article, facts: Facts) -> Text:
    """The article's text with its recognised words styled."""
    text = Text(article.text)
    for kind, span in _spans(facts):
        text.stylize(STYLES[kind], span.start, span.end)
    return text


def reasons(article: Article, claim: Claim) -> Iterator[Text]:
    """Lines on one figure: what it says, where it stands, by which rule, and what was taken from elsewhere."""
    amount = f"{claim.value}" if claim.value_max is None else f"{claim.value}–{claim.value_max}"
    time = claim.year or (f"{claim.period[0]}–{claim.period[1]}" if claim.period else "no year")
    yield Text.assemble((claim.metric, STYLES["indicator"]), "  ", (f"{amount} {claim.unit}", STYLES["value"]))
    yield Text(f"  {claim.status}, {claim.comparator}, {claim.change}, {time}, {claim.subject or 'no subject'}")
    yield Text(f"  {claim.span.start}–{claim.span.end} {article.quote(claim.span)}")
    yield Text(f"  rule: {claim.rule}")
    for slot, span in claim.inherited:
        yield Text(f"  {slot} from {span.start}–{span.end} {article.quote(span)}")
    for flag in claim.flags:
        yield Text(f"  flag: {flag.replace('-', ' ')}", "bold yellow")


def _spans(facts: Facts) -> Iterator[tuple[str, Span]]:
    yield from (("vision", goal.span) for goal in facts.goals)
    yield from (("organisation", span) for organisation in facts.organisations for span in organisation.mentions)
    yield from (("plan", span) for plan in facts.plans for span in plan.mentions)
    yield from (("project", span) for project in facts.projects for span in project.name_spans)
    yield from (("event", event.date_span) for event in facts.events if event.date_span)
    for claim in facts.claims:
        yield from (("indicator", span) for span in claim.metric_spans)
        yield "value", claim.value_span
    dated = chain((goal.year_span for goal in facts.goals), (claim.time_span for claim in facts.claims))
    yield from (("time", span) for span in dated if span)


def _legend() -> Text:
    return Text("  ").join(Text(kind, style) for kind, style in STYLES.items())
