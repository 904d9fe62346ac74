"""Regions: names to codes of GB/T 2260."""

from __future__ import annotations

import pytest

from kg.lexicon import parents, region_code, region_name, regions_in


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("上海市先行，浙江跟进", ["310000", "330000"]),
        ("河北省唐山市路北区", ["130203"]),
        ("浙江义乌与上海普陀共建", ["330782", "310107"]),
        ("上海黄浦江两岸", ["310000"]),
        ("北京的朝阳区", ["110000", "110105"]),
        ("辽宁省的朝阳市", ["210000", "211300"]),
        ("朝阳区和鼓楼区", []),
        ("第三明确，世界大同，日照时数", []),
        ("福建三明", ["350400"]),
        ("老城区改造", []),
        ("吉林长春", ["220100"]),
        ("海南省", ["460000"]),
        ("新疆维吾尔自治区和田地区", ["653200"]),
        ("广东东莞松山湖", ["441900"]),
        ("香港特别行政区", ["810000"]),
    ],
)
def test_regions_in(text: str, codes: list[str]) -> None:
    found = regions_in(text)
    assert [m.code for m in found] == codes
    assert all(0 <= m.start < m.end <= len(text) for m in found)


def test_names_and_parents() -> None:
    assert region_name("610100") == ("西安市", "Xi'an")
    assert region_name("150000") == ("内蒙古自治区", "Inner Mongolia")
    assert parents("419001") == ("410000",)
    assert region_code("杭州") == "330100"
    assert region_code("不存在") is None
    with pytest.raises(KeyError):
        region_name("999999")
