"""From paths to sources: folders, globs, JSON Lines, archives, Word and PDF files, standard input."""

from __future__ import annotations

import gzip
import io
import os
import pickle
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

from kg.errors import InputError
from kg.read import Source, read, sources
from kg.read.bundle import LARGEST

TEXT = "到2025年，建成园区三个。"
RECORD = f'{{"text": "{TEXT}"}}'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.md", "a 名.txt", "下级/c.html", "x.gold.json", ".hidden/d.md", "e.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT, "utf-8")
    (tmp_path / "r.jsonl").write_text(f"{RECORD}\n\n{RECORD}\n", "utf-8")
    (tmp_path / "MANIFEST.jsonl").write_text('{"file": "b.md"}\n', "utf-8")
    return tmp_path


def names(found: list[Source], folder: Path) -> list[str]:
    return [source.name.removeprefix(f"{folder}/") for source in found]


def test_folder_gives_articles_at_any_depth_sorted(folder: Path) -> None:
    found = list(sources([str(folder)]))
    assert names(found, folder) == ["a 名.txt", "b.md", "r.jsonl#1", "r.jsonl#3", "下级/c.html"]
    assert {read(source).text for source in found} == {TEXT}
    assert pickle.loads(pickle.dumps(found)) == found


def test_glob_and_order_of_arguments(folder: Path) -> None:
    found = list(sources([str(folder / "下级"), str(folder / "*.[mt]*")]))
    assert names(found, folder) == ["下级/c.html", "a 名.txt", "b.md"]


def test_a_file_named_by_itself_is_read_whatever_its_suffix(folder: Path) -> None:
    assert read(next(sources([str(folder / "e.png")]))).text == TEXT


@pytest.mark.parametrize("name", ["没有.md", "*.xyz", "空"])
def test_failures_come_in_their_place(folder: Path, name: str) -> None:
    (folder / "空").mkdir()
    first, failure, last = sources([str(folder / "b.md"), str(folder / name), str(folder / "e.png")])
    assert not first.fault
    assert not last.fault
    with pytest.raises(InputError, match=r"no such file|holds no article"):
        read(failure)


def test_what_a_build_has_made_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(TEXT)
    (tmp_path / "out").mkdir()
    for name in ("manifest.json", "graph.nq", "graph.html", "issues.jsonl"):
        (tmp_path / "out" / name).write_text("<p>")
    assert names(list(sources([str(tmp_path)])), tmp_path) == ["a.md"]
    (failure,) = sources([str(tmp_path / "out")])
    assert "kg build" in failure.fault


def test_what_a_folder_cannot_give_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_text(TEXT)
    (tmp_path / "b.md").symlink_to(tmp_path / "gone.md")
    (tmp_path / "c").mkdir()
    scan = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("c"):
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr("os.scandir", refuse)
    shut, good, gone = sources([str(tmp_path)])
    assert shut.fault.startswith(f"{tmp_path / 'c'}: Permission denied; ")
    assert read(good).text == TEXT
    with pytest.raises(InputError, match=r"b\.md: No such file"):
        read(gone)


def test_a_name_in_another_encoding_is_read_and_written(tmp_path: Path) -> None:
    for name in ("规划.md", "空的.md"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name.encode("gb18030"))).write_text(TEXT * (name == "规划.md"))
    good, empty = sources([str(tmp_path)])
    assert names([good, empty], tmp_path) == ["规划.md", "空的.md"]
    assert read(good).text == TEXT
    with pytest.raises(InputError, match=r"空的\.md: the file is empty"):
        read(empty)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_member_that_does_not_tell_its_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.zip"
    pack(path, {"12345678.md": TEXT.encode()})
    path.write_bytes(
        path.read_bytes().replace(
            b"12345678.md", ("规划" + "1" * (8 - len("规划".encode(encoding))) + ".md").encode(encoding)
        )
    )
    (source,) = sources([str(path)])
    assert source.name.startswith(f"{path}/规划")
    assert read(source).text == TEXT


def test_half_a_character_in_a_record_is_marked(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"title": "\\ud800规划", "text": "' + TEXT + '\\udc00"}')
    article = read(next(sources([str(path)])))
    assert (article.header("title"), article.text) == ("\ufffd规划", TEXT)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode("gb18030"))))
    (source,) = sources(["-"])
    assert read(source).text == TEXT


ARCHIVES = ("a.zip", "a.tar.gz", "a.tar.zst")
PACK: dict[str, Callable[[bytes], bytes]] = {".gz": gzip.compress, ".zst": zstd.compress}


def pack(path: Path, members: dict[str, bytes]) -> str:
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w") as archive:
            for name, data in members.items():
                archive.writestr(name, data, zipfile.ZIP_DEFLATED)
    else:
        plain = io.BytesIO()
        with tarfile.open(fileobj=plain, mode="w") as packed:
            for name, data in members.items():
                member = tarfile.TarInfo(name)
                member.size = len(data)
                packed.addfile(member, io.BytesIO(data))
        path.write_bytes(PACK[path.suffix](plain.getvalue()))
    return str(path)


@pytest.mark.parametrize("end", PACK)
def test_packed_records(tmp_path: Path, end: str) -> None:
    path = tmp_path / f"a.jsonl{end}"
    path.write_bytes(PACK[end](f"{RECORD}\n\n{RECORD}\n".encode()))
    found = list(sources([str(tmp_path)]))
    assert names(found, tmp_path) == [f"{path.name}#1", f"{path.name}#3"]
    assert {read(source).text for source in found} == {TEXT}


@pytest.mark.parametrize("end", PACK)
def test_records_that_unpack_without_end_are_refused(tmp_path: Path, end: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.read.bundle.LARGEST", 1000)
    monkeypatch.setattr("kg.read.bundle.RATIO", 2)
    path = tmp_path / f"a.jsonl{end}"
    path.write_bytes(PACK[end](f"{RECORD}\n".encode() + b"\n" * 100_000))
    first, last = sources([str(path)])
    assert read(first).text == TEXT
    assert "archive bomb" in last.fault


@pytest.mark.parametrize("kind", ARCHIVES)
def test_archives_that_unpack_without_end_are_refused(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.read.bundle.LARGEST", 30_000)
    monkeypatch.setattr("kg.read.bundle.RATIO", 2)
    members = {f"{number:04}.txt": TEXT.encode() + b"0" * 900 for number in range(500)}
    *good, last = sources([pack(tmp_path / kind, members)])
    assert 0 < len(good) < 500
    assert "archive bomb" in last.fault


@pytest.mark.parametrize("kind", ARCHIVES)
def test_archives(tmp_path: Path, kind: str) -> None:
    members = {"p/b.md": TEXT.encode(), "c.exe": b"x", "a.jsonl": RECORD.encode(), "in.zip": b"PK", ".d.md": b"x"}
    found = list(sources([pack(tmp_path / kind, members)]))
    assert names(found, tmp_path) == [f"{kind}/p/b.md", f"{kind}/a.jsonl#1"]
    assert {read(source).text for source in found} == {TEXT}


@pytest.mark.parametrize("kind", ARCHIVES)
def test_an_archive_bomb_is_refused_and_the_rest_is_read(tmp_path: Path, kind: str) -> None:
    bomb, good = sources([pack(tmp_path / kind, {"bomb.txt": b"0" * (LARGEST + 1), "b.md": TEXT.encode()})])
    assert "more than 64 MB" in bomb.fault
    assert read(good).text == TEXT


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.zip", b"PK\x03\x04"), ("a.tgz", b"x"), ("a.jsonl.gz", b"\x1f\x8b\x08x"), ("a.jsonl.zst", b"x")],
)
def test_a_damaged_bundle_is_reported(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    (source,) = sources([str(tmp_path / name)])
    assert "damaged" in source.fault


@pytest.mark.parametrize(("end", "cut"), [(".gz", 4), (".zst", 1)])
def test_a_cut_off_file_gives_what_stands_before(tmp_path: Path, end: str, cut: int) -> None:
    path = tmp_path / f"a.jsonl{end}"
    path.write_bytes(PACK[end](f"{RECORD}\n".encode() * 9999)[:-cut])
    first, *_, last = sources([str(path)])
    assert read(first).text == TEXT
    assert "damaged" in last.fault


def test_an_empty_archive_is_reported(tmp_path: Path) -> None:
    (source,) = sources([pack(tmp_path / "a.zip", {"a.exe": b"x"})])
    assert "no article in it" in source.fault


def word_file() -> bytes:
    document = docx.Document()
    document.add_heading("总体目标", 1)
    document.add_paragraph(TEXT)
    document.add_paragraph("甲项", style="List Bullet")
    table = document.add_table(3, 3)
    for row, words in enumerate((("指标", "年份", ""), ("", "2020年", "2025年"), ("甲", "1", "2"))):
        for column, word in enumerate(words):
            table.cell(row, column).text = word
    table.cell(0, 1).merge(table.cell(0, 2))
    document.add_paragraph("（一）结束")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_docx() -> None:
    article = read(Source("a.docx", word_file()))
    assert article.text.split("\n") == [
        *("总体目标", TEXT, "甲项", "指标", "年份", "2020年", "2025年", "甲", "1", "2", "（一）结束"),
    ]
    assert [(b.kind, b.level) for b in article.blocks][:3] == [("heading", 1), ("paragraph", 0), ("item", 0)]
    places = [(b.row, b.column) for b in article.blocks if b.table == 0]
    assert places == [(0, 0), (0, 1), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2)]
    assert article.blocks[-1].kind == "heading"


def test_line_breaks_in_a_word_file_begin_paragraphs() -> None:
    document = docx.Document()
    run = document.add_paragraph().add_run("甲市")
    run.add_break()
    run.add_text(TEXT)
    file = io.BytesIO()
    document.save(file)
    article = read(Source("a.docx", file.getvalue()))
    assert article.text.split("\n") == ["甲市", TEXT]
    assert [piece.source for piece in article.pieces] == [0, 3]


def pdf_file(lines: list[str]) -> bytes:
    """A one-page PDF with a text layer: glyphs are numbered by code point."""
    shown = "".join(
        f"1 0 0 1 50 {700 - 20 * i} Tm <{line.encode('utf-16-be').hex()}> Tj\n" for i, line in enumerate(lines)
    )
    content = f"BT /F 12 Tf\n{shown}ET".encode()
    cmap = b"1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> <0000> endbfrange"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
        b" /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H"
        b" /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X"
        b" /CIDSystemInfo << /Registry (A) /Ordering (I) /Supplement 0 >>"
        b" /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /X /Flags 4 >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(cmap), cmap),
    ]
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, written in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, written)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, start)
    return bytes(out)


def test_pdf() -> None:
    lines = [
        "到二〇二五年全市规模以上工业企业数字化",
        "改造覆盖率达到九成建成智能工厂一百家和",
        "数字化车间三百个培育服务商二十家以上。",
        "一、重点任务",
        "12",
    ]
    article = read(Source("a.pdf", pdf_file(lines)))
    assert article.text.split("\n") == ["".join(lines[:3]), lines[3]]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.4\nx", "damaged or locked PDF"),
        (pdf_file([]), "no text layer"),
        (b"PK\x03\x04xxxx", "no Word file"),
    ],
)
def test_damaged_office_files(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read(Source("a", data))


@pytest.mark.parametrize(("module", "data"), [("docx", b"PK\x03\x04"), ("pypdf", b"%PDF-1.4")])
def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch, module: str, data: bytes) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(InputError, match=r"pip install 'govplan-kg\["):
        read(Source("a", data))
