"""The ASGI application: routes, and the watch over new builds. It touches no data; workers do."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from kg.errors import OutputError
from kg.query import questions
from kg.serve.description import describe_service
from kg.serve.gate import Gate
from kg.serve.message import Answer, Job, refusal
from kg.serve.negotiate import TRIPLES, choose
from kg.serve.page import editor_page
from kg.serve.pool import Pool
from kg.serve.request import RefusedError, fields, graph_job, query_job
from kg.serve.settings import Settings
from kg.write.store import Checksum, verify

_LOG = logging.getLogger("kg.serve")
_LOOK = 1.0
"""Seconds between looks for a new build."""
_PART = re.compile(r"[a-z]+-\d+-[0-9a-f]{12}\.bin").fullmatch
_STATIC = Path(__file__).parent / "static"


def create_app(out: Path, settings: Settings, base: str | None = None) -> ASGIApp:
    """The application for an OUT folder. Raises OutputError where its store cannot be served."""
    site = Site(out, settings, base)
    routes = [
        Route("/", site.editor),
        Route("/sparql", site.sparql, methods=["GET", "POST"]),
        Route("/graphs", site.graphs),
        Route("/id/{name}", site.entity),
        Route("/search", site.search),
        Route("/graph", site.page),
        Route("/graph.data/{name}", site.data),
        Route("/health", site.health),
        Mount("/static", StaticFiles(directory=_STATIC, follow_symlink=False)),
    ]
    hosts = Middleware(TrustedHostMiddleware, allowed_hosts=list(settings.hosts), www_redirect=False)
    app = Starlette(routes=routes, middleware=[hosts], lifespan=site.lifespan)
    return Gate(app, settings.cors)


class Site:
    """What the routes share: the folder, the pool, and which build is served."""

    def __init__(self, out: Path, settings: Settings, base: str | None) -> None:
        self.out, self.settings = out, settings
        self.checksum = verify(out)
        self.pool = Pool(self._database(), settings, base)
        self.front = editor_page(list(questions().values()))

    @asynccontextmanager
    async def lifespan(self, _app: Starlette) -> AsyncIterator[None]:
        await self.pool.start()
        watch = asyncio.create_task(self._watch())
        try:
            yield
        finally:
            watch.cancel()
            await self.pool.stop()

    async def sparql(self, request: Request) -> Response:
        try:
            job = await query_job(request, self.settings)
        except RefusedError as refused:
            return _response(refused.answer)
        if job is not None:
            return await self._answer(request, job)
        accept = request.headers.get("accept", "")
        if choose(accept, {"text/html": 0, **TRIPLES}) == "text/html" and accept:
            return RedirectResponse("/", status_code=303)
        return _response(describe_service(str(request.url.replace(query="")), accept))

    async def graphs(self, request: Request) -> Response:
        try:
            return await self._answer(request, graph_job(request))
        except RefusedError as refused:
            return _response(refused.answer)

    async def entity(self, request: Request) -> Response:
        job = Job("entity", request.path_params["name"], request.headers.get("accept", ""))
        return await self._answer(request, job)

    async def search(self, request: Request) -> Response:
        try:
            words = fields(request.scope["query_string"]).get("q", [""])[0]
        except RefusedError as refused:
            return _response(refused.answer)
        return await self._answer(request, Job("search", words[:200], request.headers.get("accept", "text/html")))

    async def editor(self, _request: Request) -> Response:
        return Response(self.front, media_type="text/html")

    async def page(self, _request: Request) -> Response:
        """The graph page has a policy of its own inside; no other site may frame it."""
        path = self.out / "graph.html"
        if path.is_symlink() or not path.is_file():
            return _response(refusal(404, "this build has no graph page"))
        return FileResponse(path, media_type="text/html", headers={"content-security-policy": "frame-ancestors 'none'"})

    async def data(self, request: Request) -> Response:
        """A part of the page's data. Its name holds a hash of its content: what has been fetched once stays true."""
        name = request.path_params["name"]
        path = self.out / "graph.data" / name
        if not _PART(name) or path.is_symlink() or path.parent.is_symlink() or not path.is_file():
            return _response(refusal(404, "this build has no such part of its page"))
        headers = {"cache-control": "max-age=31536000, immutable"}
        return FileResponse(path, media_type="application/octet-stream", headers=headers)

    async def health(self, _request: Request) -> Response:
        pool = self.pool
        state = {
            "status": "ok" if not pool.free.empty() else "busy",
            "graph": self.checksum.sha256,
            "free": pool.free.qsize(),
            "slow": pool.slow,
            "waiting": pool.waiting,
            "network": pool.network,
        }
        return JSONResponse(state, headers={"cache-control": "no-store"})

    async def _answer(self, request: Request, job: Job) -> Response:
        """Run the job; where the client leaves before, stop it."""
        running = asyncio.ensure_future(self.pool.run(job))
        leaving = asyncio.ensure_future(_gone(request))
        try:
            await asyncio.wait({running, leaving}, return_when=asyncio.FIRST_COMPLETED)
            if not running.done():
                return Response(status_code=499)
            return _response(running.result())
        finally:
            running.cancel()
            leaving.cancel()

    async def _watch(self) -> None:
        """Serve a new build as soon as it is whole; until then, and where it is damaged, go on with the old."""
        told = ""
        while True:
            await asyncio.sleep(_LOOK)
            try:
                found: Checksum = await asyncio.to_thread(verify, self.out)
            except (OutputError, OSError) as error:
                if str(error) != told:
                    _LOG.warning("%s; the build served so far stays", error)
                told = str(error)
                continue
            told = ""
            if found.generation != self.checksum.generation or found.files != self.checksum.files:
                self.checksum = found
                self.pool.renew(self._database())
                _LOG.info("serving the new build %s", found.sha256[:16])

    def _database(self) -> Path:
        return (self.out / "store" / self.checksum.generation).absolute()


async def _gone(request: Request) -> None:
    """Return when the client has hung up."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _response(answer: Answer) -> Response:
    headers: Mapping[str, str] = {"vary": "Accept", "cache-control": "no-cache"}
    if answer.retry is not None:
        headers = {**headers, "retry-after": str(answer.retry)}
    return Response(answer.body, answer.status, {**headers, "content-type": answer.media})
