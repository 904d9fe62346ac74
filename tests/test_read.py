"""Reading: text, blocks and metadata of each format, one row per decision."""

from __future__ import annotations

from datetime import date

import pytest

from kg.errors import InputError
from kg.extract import extract
from kg.model import Article
from kg.read import Source, read, read_text

HTML = [
    ("<p>　　甲市建成园区。</p>\n\n<p> </p><p>乙</p>", ["甲市建成园区。", "乙"]),
    ("<p>增长8%&mdash;&#x4E00;&amp;二</p>", ["增长8%—一&二"]),
    ("<p>A&lt;B，3 < 5</p>", ["A<B，3 < 5"]),
    ("<P>甲<BR>乙</P>", ["甲", "乙"]),
    ("<p>建设\n三个\n园区</p>", ["建设三个园区"]),
    ("<p>smart\ncity</p>", ["smart city"]),
    ("<div>甲<p>乙<p>丙</div>丁", ["甲", "乙", "丙", "丁"]),
    ("<p>甲<!-- <p>广告</p> -->乙</p>", ["甲乙"]),
    ("<p>甲</p><!--外[<p>广告<!--内--></p>]外--><p>乙</p>", ["甲", "乙"]),
    ("<p>甲</p><style>.a&#123;}</style><script>if (a < b) '</p>'</script><p>乙</p>", ["甲", "乙"]),
    ("<p>甲</p><div class='appendQr_wrap'><div>扫码</div>下载</div><p>乙</p>", ["甲", "乙"]),
    ("<p>甲</p><div class=ad><p>买<div>一</div>送</div><p>乙", ["甲", "乙"]),
    ("<div><span class='ad'>买</div><p>乙</p>", ["乙"]),
    ("<nav>首页</nav><header>站名</header><article><header><h1>题</h1></header><p>文</p></article>", ["题", "文"]),
    ("<p>甲</p><p style='display: none'>乙</p><p hidden>丙</p>", ["甲"]),
    ("<p>甲乙丙丁</p><ul><li><a href=1>相关新闻一</a></li><li><a href=2>相关新闻二</a></li></ul>", ["甲乙丙丁"]),
    ("<p>详见<a href=1>《某某规划》</a>。</p>", ["详见《某某规划》。"]),
    ("<p>甲</p><p>版权所有：某某网 备案号：京ICP备1号</p>", ["甲"]),
    (
        "<div class='ad-box'><p>全文都在这里，到2025年建成园区。</p></div><p>短</p>",
        ["全文都在这里，到2025年建成园区。", "短"],
    ),
    ("<p class=article-editor>责任编辑：某甲 </p>", ["责任编辑：某甲"]),
    ("<p>甲\x00乙\x07丙\u200b</p>", ["甲乙丙"]),
    ("<p>甲</b></i></td></p></div>乙", ["甲", "乙"]),
    ("<p title=\"a>b\" x='<p>'>甲</p>", ["甲"]),
    ("<p>甲</p><!-- 没有结尾 <p>乙</p>", ["甲"]),
    ("<p>甲<p", ["甲<p"]),
    ("<p>文</p><h3>相关解读</h3>", ["文"]),
    ("<p>文</p><div>标签：<a href=1>水务</a> <a href=2>投资9亿元</a></div>", ["文"]),
    ("<pre>甲\n  乙<b>丙</b>\n</pre>\n丁", ["甲", "乙丙", "丁"]),
    ("<title>题<script>x()</script></title><p>文</p>", ["文"]),
]


@pytest.mark.parametrize(("source", "blocks"), HTML)
def test_html(source: str, blocks: list[str]) -> None:
    assert read_text(source, "a.html").text.split("\n") == blocks


PLAIN = [
    ("　　甲市建成园区。\n\n　　乙市", ["甲市建成园区。", "乙市"]),
    ("按照《\n某某规划\n》，建设", ["按照《某某规划》，建设"]),
    ("“十四五”期间，\n我们建成园区", ["“十四五”期间，我们建成园区"]),
    ("实施“\n某某\n”工程", ["实施“某某”工程"]),
    ("增长8%，\n\n增长9%", ["增长8%，", "增长9%"]),
    ("目标：\n一、甲", ["目标：", "一、甲"]),
    ("甲\r\n乙\r丙", ["甲", "乙", "丙"]),
    (
        "第一章　总则　　到2025年，全市建成三个产业园区，产值超过一百亿元",
        ["第一章　总则", "到2025年，全市建成三个产业园区，产值超过一百亿元"],
    ),
    ("甲市长　　某乙", ["甲市长　　某乙"]),
    ("建成三个\n\n— 3 —\n\n园区", ["建成三个", "园区"]),
    ("甲\n乙<br>\n丙", ["甲", "乙", "丙"]),
    ("甲<br/>乙", ["甲", "乙"]),
    ("细颗粒物（PM\n2.5\n）浓度下降，货币供应量M\n2\n增长", ["细颗粒物（PM2.5）浓度下降，货币供应量M2增长"]),
    ("等级A\n\n2\n甲", ["等级A", "2", "甲"]),
    ("a < b 而且 x > y", ["a < b 而且 x > y"]),
]


@pytest.mark.parametrize(("source", "blocks"), PLAIN)
def test_plain_text(source: str, blocks: list[str]) -> None:
    assert read_text(source, "a.txt").text.split("\n") == blocks


def test_a_number_and_what_it_counts_are_joined() -> None:
    assert (
        read_text("全市造林面积达到12\n万亩，覆盖率达到\n45%。\n", "a.txt")
        .text.split("\n")[0]
        .endswith("12万亩，覆盖率达到")
    )
    assert read_text("完成率提高3.5\n个百分点。\n", "a.txt").text == "完成率提高3.5个百分点。"
    assert read_text("序号\n12\n万亩良田\n", "a.txt").text == "序号\n12\n万亩良田"


@pytest.mark.parametrize("day", ["2021-08-09", "[08-09]", "（2021年8月9日）"])
def test_a_list_of_links_with_their_days_is_left_out(day: str) -> None:
    links = "".join(f"<li><a href=/{n}>某市新建公园{n}个</a> {day}</li>" for n in range(3, 6))
    page = read_text(f"<p>全市建成绿道80公里。</p><div><ul>{links}</ul></div><p>印发日期 {day}</p>", "a.html")
    assert page.text == f"全市建成绿道80公里。\n印发日期 {day}"


def test_spaces_that_set_figures_off_are_left_out() -> None:
    spaced = "到 2027 年，全市建成 40 个园区，产值达到 3 亿元，覆盖 A 类街道 8 条。\n\n1 总则，共 2 章\n\n园区 12 个"
    article = read_text(spaced, "a.txt")
    assert article.text.split("\n") == [
        "到2027年，全市建成40个园区，产值达到3亿元，覆盖A类街道8条。",
        "1 总则，共2章",
        "园区 12 个",
    ]
    assert all(
        article.text[p.text : p.text + p.length] == spaced[p.source : p.source + p.length] for p in article.pieces
    )


def test_spaces_between_runs_are_left_out() -> None:
    page = "<p>到&nbsp;2027&nbsp;年，建成<b> 40 </b>个园区。</p>"
    article = read_text(page, "a.html")
    assert article.text == "到2027年，建成40个园区。"
    assert all(article.text[p.text : p.text + p.length] == page[p.source : p.source + p.length] for p in article.pieces)


def test_a_space_here_and_there_is_kept() -> None:
    text = "到2027年，全市建成40个园区，产值达到3亿元，基站 600 座，覆盖街道8条，见图 1 和图 2，表 3 至表 4。"
    assert read_text(f"{text}共5章，第6节，第7条，第8款。", "a.txt").text.startswith(text)


def test_lines_broken_at_links_are_joined() -> None:
    whole = "园区|引进企业|、机构和|项目|，产值达到30|亿元，建成|“服务平台|”和|食堂|，提供|岗位|、|宿舍|。"
    text = whole.replace("|", "\n") + "\n\n（二）做好服务。\n成绩\n很大。" + "\n\n甲" * 9
    blocks = read_text(text, "a.txt").text.split("\n")
    assert blocks == [whole.replace("|", ""), "（二）做好服务。", "成绩很大。", *["甲"] * 9]


def test_hard_wrapped_lines_are_joined() -> None:
    wrapped = (
        "　　到2025年，全市规模以上工业企业数字化\n改造覆盖率达到九成，建成智能工厂一百家和\n"
        "数字化车间三百个，培育服务商二十家以上。\n　　到2030年，工业互联网平台普及率达到五成，\n"
        "关键工序数控化率提高到七成，形成五个具有\n国际竞争力的产业集群。\n一、重点任务\n"
    )
    assert read_text(wrapped, "a.txt").text.split("\n") == [
        "到2025年，全市规模以上工业企业数字化改造覆盖率达到九成，建成智能工厂一百家和数字化车间三百个，培育服务商二十家以上。",
        "到2030年，工业互联网平台普及率达到五成，关键工序数控化率提高到七成，形成五个具有国际竞争力的产业集群。",
        "一、重点任务",
    ]
    contents = [f"{n}、重点任务{'.' * 60}2" for n in "一二三四五六七八九"]
    assert "工业企业数字化改造覆盖率" in read_text("\n".join([*contents, wrapped]), "a.txt").text


def test_wrapped_lines_are_joined_over_the_turn_of_pages() -> None:
    """A line that has the first of the next page is no measure; a bare number in mid-sentence is that of a page."""
    lines = ["全县新建提灌站六十座和高位水池九十口，灌溉", "面积超过八万亩。清淤渠道二百公里，改造中型"] * 3
    turned = lines[0] + lines[1]
    broken = ["面积超过八万亩。整治病险水库的投资", "7"]
    wrapped = "\n".join([*lines, turned, *lines, turned, *lines[:-1], *broken, *lines])
    text = read_text(wrapped, "a.txt").text
    assert "\n" not in text
    assert "水库的投资全县" in text
    assert read_text("\n".join(["甲乙丙丁。", "7", "戊己庚辛。"] * 4), "a.txt").text.count("7") == 4


def wrapped(text: str, width: int) -> str:
    return "\n".join(text[i : i + width] for i in range(0, len(text), width))


SET_OFF = [
    "\u3000\u3000甲县2027年前新建泵站1250座，灌溉面积达到36.5万亩，覆盖率提高到78.25%。《甲县水务条例》自2026年起施行。一、二级水源地全部建成。",
    "\u3000\u3000乙县粮食总产量达到123456吨，比上年增长4.75%。",
    "\u3000\u3000一、水务",
    "\u3000\u3000引进SMART GRID和DATA CENTER项目37个，投资2048万元，年用水量不超过1000万立方米，工业用水占45.5%以上。",
]


@pytest.mark.parametrize("width", range(14, 28))
def test_lines_go_on_where_paragraphs_are_set_off(width: int) -> None:
    """A line without indent goes on whatever it begins with and the one before ends in; figures cut are whole again."""
    expected = [part.strip() for part in SET_OFF]
    indented = "\n".join(wrapped(part, width) for part in SET_OFF)
    parted = "\n\n".join(wrapped(part.strip(), width) for part in SET_OFF)
    for text in (indented, parted, indented.replace("\n", " \r\n")):
        assert read_text(text, "a.txt").text.split("\n") == expected


def test_a_word_is_parted_from_the_next_unless_it_was_cut() -> None:
    lines = [
        "　　引进的项目有智慧电网（SM",
        "ART GRID）和数据中心，以及先",
        "进的加工机器人，总投资三十亿",
        "元，年产值达到四百亿元。",
        "　　建成的设施有中心（DATA",
        "CENTER）和三个加工中心，共计",
        "投资九亿元，用地三百亩。",
    ]
    text = "\n".join(lines)
    first, second = read_text(text, "a.txt").text.split("\n")
    assert "SMART GRID" in first
    assert "DATA CENTER" in second


def test_headings_without_indent_stay_apart() -> None:
    """Where some lines without an indent begin paragraphs, those that open one stay apart."""
    body = [
        "　　甲县灌溉面积达到三十六万亩，提灌",
        "站六十座，水池九十口，覆盖率提高到",
        "百分之七十八。",
        "二、水源地",
        "　　甲县水源地全部建成，水质达到标准。",
    ]
    blocks = read_text("\n".join(body * 3), "a.txt").text.split("\n")
    assert blocks == ["".join(body[:3]).strip(), body[3], body[4].strip()] * 3
    flat = "\n".join(
        ["甲省乙市丙县人民政府", "　　甲省乙市人民政府", "甲省乙市财政局", "　　甲省丁市人民政府", "甲省丁市水务局"]
    )
    assert len(read_text(flat, "a.txt").text.split("\n")) == 5


def test_what_stands_on_every_page_is_left_out() -> None:
    lines = ["全县新建提灌站六十座和高位水池九十口，灌溉", "面积超过八万亩。清淤渠道二百公里，改造中型"] * 3
    for mark in ("{}", "— {} —", "\f"):
        pages = [line for page in range(2, 7) for line in (*lines, mark.format(page), "甲县水务规划（2021—2025年）")]
        text = read_text("\n".join(pages[:-2]), "a.txt").text
        assert "规划" not in text
        assert "\n" not in text


def test_a_foreword_set_narrower_is_joined() -> None:
    narrow = "各镇疏浚渠道、改造泵站，全县农业灌溉\n水平大有提高。\n"
    lines = (
        "全县新建提灌站六十座和高位水池九十口，灌溉面积超过\n八万亩，清淤渠道二百公里，改造中型和小型泵站七十座\n" * 4
    )
    first, *_ = read_text(narrow + "二、建设任务\n" + lines, "a.txt").text.split("\n")
    assert first == "各镇疏浚渠道、改造泵站，全县农业灌溉水平大有提高。"
    titles = read_text("甲县灌溉水平和能力建设的规划\n首先说明\n" + lines, "a.txt").text
    assert titles.startswith("甲县灌溉水平和能力建设的规划\n")


def test_a_title_that_was_cut_off_ends_with_its_line() -> None:
    cut, whole = "甲市关于印发《甲市2023年水...(FBM-1)\n\n一、目标", "甲市关于印发《甲市水务\n规划》的通知"
    assert read_text(cut, "a.txt").text == "甲市关于印发《甲市2023年水...(FBM-1)\n一、目标"
    assert read_text(whole, "a.txt").text == "甲市关于印发《甲市水务规划》的通知"


MARKDOWN = [
    ("## 一、目标 ##\n\n**增长8%**，见[《某某规划》](http://a.b/c_(d))。", ["一、目标", "增长8%，见《某某规划》。"]),
    ("**“甲”**乙和*丙*，3*5*7，a_b_c", ["“甲”乙和丙，3*5*7，a_b_c"]),
    ("- 甲\n- [x] 乙\n* 丙\n\n> 丁", ["甲", "乙", "丙", "丁"]),
    ("甲\n===\n\n乙\n\n---\n\n丙", ["甲", "乙", "丙"]),
    ("# 题\n\n![图](a.png)\n\n[查看原文](http://a.b)\n\n文 `码`", ["题", "文 码"]),
    ("# 题\n<p>甲<b>乙</b></p><p>丙</p>\n\n丁&nbsp;戊\\*", ["题", "甲乙", "丙", "丁\xa0戊*"]),
    ("<p>甲</p>\n\n[查看原文](http://a.b)\n\n### 题\n\n<p>乙</p>", ["甲", "题", "乙"]),
    ("甲<br>乙\n\n丙", ["甲 乙", "丙"]),
    ("# 题\n\n2025. 建成", ["题", "2025. 建成"]),
    ("# 题\n<style>\np {}\n\n.a {}\n</style>\n文", ["题", "文"]),
    ("# 题\n\n建成__5__个，见[^1]。\n\n[^1]: 注", ["题", "建成5个，见。"]),
    ("- 甲乙\n  丙9个\n- 丁\n戊", ["甲乙丙9个", "丁", "戊"]),
    ("> # 题\n>\n> 文，\n> 乙\n>\n> 丙", ["题", "文，乙", "丙"]),
    ("# 题\n\n{{< video id=1 >}}\n\n文", ["题", "文"]),
]


@pytest.mark.parametrize(("source", "blocks"), MARKDOWN)
def test_markdown(source: str, blocks: list[str]) -> None:
    assert read_text(source, "a.md").text.split("\n") == blocks


def shape(article: Article) -> list[str]:
    """Each block as `kind`, level or place in a table, words."""
    return [
        f"{b.kind}{b.level or f' {b.table}.{b.row}.{b.column}' * (b.kind == 'cell')} {article.text[b.start : b.end]}"
        for b in article.blocks
    ]


TABLE = """<table><caption>表1</caption>
<tr><th rowspan=2>指标<th colspan=2>年份
<tr><td>2020年<td>2025年
<tr><td>甲<td>1<td><p>2</p></table>"""
PIPES = """# 题

| 指标 | 目标 |
|---|:-:|
| **甲** | 8% |

<table><tr><td>1<td>2</table>
"""
SHAPES = [
    ("a.html", "<h2>题</h2><ul><li>甲<p>乙</ul>丙", ["heading2 题", "item 甲", "item 乙", "paragraph 丙"]),
    (
        "a.html",
        "<p>（二）任务。</p><p>（二）抓好，抓实。</p>",
        ["heading5 （二）任务。", "paragraph （二）抓好，抓实。"],
    ),
    ("a.txt", "某市水利发展规划\n某市政府", ["heading1 某市水利发展规划", "paragraph 某市政府"]),
    ("a.txt", "第一章 总则\n第三条 本办法", ["heading2 第一章 总则", "paragraph 第三条 本办法"]),
    (
        "a.html",
        TABLE,
        [
            "caption 表1",
            *("cell 0.0.0 指标", "cell 0.0.1 年份"),
            *("cell 0.1.1 2020年", "cell 0.1.2 2025年"),
            *("cell 0.2.0 甲", "cell 0.2.1 1", "cell 0.2.2 2"),
        ],
    ),
    ("a.html", "<table><tr><td><p>只有一格</p></td></tr></table>", ["paragraph 只有一格"]),
    ("a.html", "<tbody><tr><td><p>没有表</p></td></tr></tbody>", ["paragraph 没有表"]),
    (
        "a.md",
        PIPES,
        [
            "heading1 题",
            *("cell 0.0.0 指标", "cell 0.0.1 目标"),
            *("cell 0.1.0 甲", "cell 0.1.1 8%"),
            *("cell 1.0.0 1", "cell 1.0.1 2"),
        ],
    ),
]


@pytest.mark.parametrize(("name", "source", "expected"), SHAPES)
def test_blocks(name: str, source: str, expected: list[str]) -> None:
    assert shape(read_text(source, name)) == expected


POST = """
---
title: '某市发布规划'
categories:
 - 财经
 - 地方
author: 某某网
date: Wed, 27 Oct 2021 20:55:42 GMT
thumbnail: http://a.b/c.png
comments: false
---

<div><p>　　文</p></div>
"""


def test_front_matter() -> None:
    article = read_text(POST, "a.txt")
    assert article.text == "文"
    assert [(h.name, h.value) for h in article.headers] == [
        ("title", "某市发布规划"),
        ("category", "财经"),
        ("category", "地方"),
        ("author", "某某网"),
        ("published", "2021-10-27T20:55:42Z"),
        ("image", "http://a.b/c.png"),
        ("publisher", "某某网"),
    ]
    assert article.published == date(2021, 10, 28)  # in China


@pytest.mark.parametrize(
    ("source", "text", "note"),
    [
        ("---\ntitle: [甲\ndate: 2021-01-01\n---\n\n文", "文", "broken front matter in line 3: "),
        ("\n---\ndate: 2021-99-99\n---\n\n文", "文", "broken front matter: "),
        ("---\ntitle: 甲\n\n文", "title: 甲\n文", "never closed"),
        ("---\n- 甲\n---\n文", "文", ""),
        ("---\ntitle: 甲\n---\n文", "文", ""),
    ],
)
def test_broken_front_matter_is_noted_and_the_rest_read(source: str, text: str, note: str) -> None:
    article = read_text(source, "a.md")
    assert article.text == text
    assert [note in said for said in article.notes] == ([True] if note else [])


def test_meta_headers() -> None:
    page = (
        '<title>题&amp;目_某某网</title><meta name="PubDate" content="2024-05-06 07:08"><meta property="og:title" '
        'content="题目"><meta name=issuer content=某部><meta name=docno content="某发〔2024〕1号"><link rel=canonical '
        'href="http://a.b"><meta name=source content="None"><p>文</p>'
    )
    article = read_text(page, "a.html")
    assert {h.name: h.value for h in article.headers} == {
        "published": "2024-05-06T07:08:00",
        "title": "题目",
        "issuer": "某部",
        "number": "某发〔2024〕1号",
        "url": "http://a.b",
        "publisher": "某部",
    }


@pytest.mark.parametrize(
    ("name", "source", "expected"),
    [
        ("bulletin-20260704.txt", "文", date(2026, 7, 4)),
        ("2024-8-13.md", "文", date(2024, 8, 13)),
        ("a.md", "---\ndate: 二〇二一年三月二十九日\n---\n文", date(2021, 3, 29)),
        ("a.md", "+++\ntitle = '题'\ndate = 2023-05-06T10:00:00+08:00\n+++\n\n文", date(2023, 5, 6)),
        ("a.txt", "某部办公厅\n2022年6月14日\n要点", date(2022, 6, 14)),
        ("a.txt", "工作报告\n——2016年2月19日在某区人民代表大会上\n各位代表", date(2016, 2, 19)),
        ("a.html", "<p>发布时间：2023-02-01 10:00 来源：某网</p><p>文</p>", date(2023, 2, 1)),
        ("a.txt", "标题\n信息来源：甲市统计局 2023-02-01 10:00\n文", date(2023, 2, 1)),
        ("a.txt", "标题\n来源：甲日报 日期：2023-02-01\n文", date(2023, 2, 1)),
        ("a.txt", "标题\n甲社乙市2023年2月1日电（记者丙）园区开园。", date(2023, 2, 1)),
        ("a.txt", "标题\n甲社乙市2月1日电 园区2022年2月1日开园。", None),
        ("a.txt", "到2022年6月14日为止，全市累计建成园区三个。", None),
        ("20261399.txt", "文", None),
        ("a.html", "<meta name=pubdate content=昨天><p>文</p>", None),
        ("a.md", "今年建成园区三个。\n\n[查看原文](https://a.cn/2026/08/10/b.html)", date(2026, 8, 10)),
        ("2026-08-11.md", "文\n\n[查看原文](https://a.cn/2026/08/10/b.html)", date(2026, 8, 11)),
        ("a.md", "见[某市的通知](https://a.cn/2026/08/10/b.html)。", None),
    ],
)
def test_day_of_publication(name: str, source: str, expected: date | None) -> None:
    assert read_text(source, name).published == expected


TEXT = "到2025年，建成园区三个，增长8%。"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("gb18030"),
        TEXT.encode("utf-16"),
        "\ufeff".encode("utf-16-be") + TEXT.encode("utf-16-be"),
        (TEXT + "abc 123, " * 9).encode("utf-16-le"),
        ("全市建成园区三个，到2025年再建五个。" * 2).encode("utf-16-be"),
        f"<meta charset=gb2312><p>{TEXT}".encode("gbk"),
        f'<meta http-equiv="Content-Type" content="a; charset=big5"><p>{TEXT}'.encode("big5", "ignore"),
    ],
)  # fmt: skip
def test_encodings(data: bytes) -> None:
    assert "到2025年" in read(Source("a.txt", data)).text


def test_a_few_broken_bytes_are_noted() -> None:
    article = read(Source("a.txt", TEXT.encode() * 3 + b"\xe5\x88"))
    assert article.text == TEXT * 3 + "\ufffd"
    assert article.notes[0].startswith("1 place is not UTF-8")


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (Source("没有.txt"), "没有.txt: No such file"),
        (Source("a.txt", b" \n"), "a.txt: the file is empty"),
        (Source("a.txt", b"\x00" * 9), "a.txt: the file is empty"),
        (Source("a.bin", bytes(range(256)) * 4), "a.bin: "),
        (Source("a.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00"), "a.png: a binary file"),
        (Source("a.html", b"<p> </p><script>x</script>"), "a.html: no visible text"),
        (Source("a.jsonl#1", b"{", is_record=True), "a.jsonl#1: not JSON"),
        (Source("a.jsonl#1", b"[" * 100_000, is_record=True), "a.jsonl#1: not JSON"),
        (Source("a.jsonl#2", b'{"title": "x"}', is_record=True), 'a.jsonl#2: an object with "text" or "html"'),
        (Source("a", fault="a: why"), "a: why"),
    ],
)
def test_what_cannot_be_read_says_why(source: Source, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read(source)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("title", "heading", "expected"),
    [
        ("某规划发布_政策_某网", "某规划发布", "某规划发布"),
        ("某规划发布会", "某规划发布", "某规划发布会"),
        ("某网_首页", "某规划发布", "某网_首页"),
    ],
)
def test_page_title_without_the_name_of_the_site(title: str, heading: str, expected: str) -> None:
    assert read_text(f"<title>{title}</title><h1>{heading}</h1><p>文</p>", "a.html").header("title") == expected


def test_json_record() -> None:
    line = '{"title": "题", "date": "2024-05-06", "url": "http://a.b", "html": "<p>文</p>", "tags": [1, {}]}'
    article = read(Source("a.jsonl#1", line.encode(), is_record=True))
    assert (article.text, article.published) == ("文", date(2024, 5, 6))
    assert [h.name for h in article.headers] == ["title", "published", "url"]


def test_faults_of_the_source_become_issues() -> None:
    facts = extract(read_text("---\ntitle: [甲\n---\n到2025年，建成园区三个。", "a.md"))
    assert [(issue.code, issue.source) for issue in facts.issues][:1] == [("source-fault", "a.md")]
