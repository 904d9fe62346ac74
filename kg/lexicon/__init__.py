"""What we know about words: data read once, then constant."""

from kg.lexicon.region import Region, RegionMention, may_open_region, parents, region_code, region_name, regions_in

__all__ = ["Region", "RegionMention", "may_open_region", "parents", "region_code", "region_name", "regions_in"]
