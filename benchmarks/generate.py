"""Articles from templates of our own, the same for the same seed: `python benchmarks/generate.py 1000 folder`."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

CITIES = (
    "上海",
    "北京",
    "广州",
    "深圳",
    "杭州",
    "南京",
    "武汉",
    "成都",
    "西安",
    "苏州",
    "青岛",
    "宁波",
    "长沙",
    "郑州",
    "合肥",
)
THEMES = ("数字化转型", "绿色低碳", "先进制造业", "现代服务业", "综合交通", "科技创新", "乡村振兴", "公共卫生")
SHARES = (
    "绿色建筑占比",
    "规模以上企业上云比例",
    "生活垃圾回收利用率",
    "森林覆盖率",
    "研发投入强度",
    "高新技术产品占比",
)
COUNTS = (
    ("智能工厂", "家"), ("示范医院", "个"), ("充电桩", "个"), ("5G基站", "座"), ("社区食堂", "处"), ("湿地公园", "个"),
    ("工业互联网平台", "个"), ("专精特新企业", "家"), ("数字化应用场景", "个"),
)  # fmt: skip
PROJECTS = ("数据底座", "链主引领", "场景共建", "绿能替代", "人才集聚", "标杆示范", "安全守护", "服务提质")


def article(number: int) -> str:
    """Front matter and HTML of one article, about as long as a real one: six to twelve figures."""
    dice = random.Random(number)
    city, theme = dice.choice(CITIES), dice.choice(THEMES)
    plan = f"{city}市{theme}“十四五”规划"
    day = f"{dice.randint(1, 12)}月{dice.randint(1, 28)}日"
    figures = [f"{share}达到{dice.randint(5, 95)}%" for share in dice.sample(SHARES, 3)]
    figures += [f"建成{thing}{dice.randint(2, 900)}{unit}" for thing, unit in dice.sample(COUNTS, 3)]
    (one, unit), (other, _) = dice.sample(COUNTS, 2)
    figures.append(f"“{one}”“{other}”试点数量分别达到{dice.randint(2, 50)}{unit}和{dice.randint(2, 50)}{unit}")
    figures.append(f"全市用电量超过{dice.randint(2, 90)}亿千瓦时")
    dice.shuffle(figures)
    projects = "、".join(dice.sample(PROJECTS, 4))
    return (
        f"---\ntitle: '{city}发布{theme}规划（第{number}期）'\ncategories:\n - 规划\nauthor: 示例日报\n"
        f"date: 2021-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}\n---\n<div>\n"
        f"<p>　　{city}市政府新闻办今天（{day}）举行新闻发布会，介绍《{plan}》（以下简称《规划》），提出到2025年，"
        f"{city}{theme}格局更加完善，为2035年建成全国领先的{theme}高地打下基础。</p>\n"
        f"<p>　　《规划》提出，到2025年，{city}{'，'.join(figures[:4])}；{'，'.join(figures[4:])}。</p>\n"
        f"<p>　　围绕目标，{city}将实施“{projects}”工程。</p>\n"
        f"<!-- 广告 --><style>.box&#123;color:#333;&#125;</style>\n<p>责任编辑：示例</p>\n</div>\n"
    )


def articles(count: int) -> Iterator[tuple[str, str]]:
    """Names and texts of the first `count` articles."""
    return ((f"{number // 1000:03}/{number:06}.md", article(number)) for number in range(count))


def write(count: int, folder: Path) -> None:
    """Put articles into a folder, a thousand to each of its folders."""
    for name, text in articles(count):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
