"""Prefixes, and the terms of ontology/ and of reused vocabularies that describe writes.

Plain strings; a test holds every `gp:` term here against ontology/govplan.ttl, in both directions.
"""

from __future__ import annotations

GP = "https://w3id.org/govplan#"
DCTERMS = "http://purl.org/dc/terms/"
FOAF = "http://xmlns.com/foaf/0.1/"
OA = "http://www.w3.org/ns/oa#"
ORG = "http://www.w3.org/ns/org#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SCHEMA = "https://schema.org/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
UNIT = "http://qudt.org/vocab/unit/"
XSD = "http://www.w3.org/2001/XMLSchema#"

PREFIXES = {
    "dcterms": DCTERMS,
    "foaf": FOAF,
    "gp": GP,
    "oa": OA,
    "org": ORG,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "skos": SKOS,
    "unit": UNIT,
    "xsd": XSD,
}
"""The prefixes of every Turtle file we write; the base of our own nodes is `kg:`, added by the writer."""

TYPE = RDF + "type"
LABEL = RDFS + "label"
ALT_LABEL = SKOS + "altLabel"

# Classes
SOURCE_DOCUMENT = GP + "SourceDocument"
PLAN = GP + "Plan"
INDICATOR = GP + "Indicator"
GOAL = GP + "Goal"
MEASURE = GP + "Measure"
FIGURE_CLAIM = GP + "FigureClaim"
GOAL_CLAIM = GP + "GoalClaim"
EVIDENCE = GP + "Evidence"
ORGANISATION = ORG + "Organization"
AGENT = FOAF + "Agent"
PERSON = FOAF + "Person"
EVENT = SCHEMA + "Event"
AREA = SCHEMA + "AdministrativeArea"

CLAIM_CLASS = {
    "target": GP + "TargetClaim",
    "observed": GP + "ObservationClaim",
    "threshold": GP + "ThresholdClaim",
    "other": FIGURE_CLAIM,
}
"""Status of a figure → its class: what a number is for is told by the type of its node, in one place."""

# Links between nodes
ABOUT = SCHEMA + "about"
ASSERTED_IN = GP + "assertedIn"
AUTHOR = SCHEMA + "author"
EDITOR = SCHEMA + "editor"
GOAL_OF_CLAIM = GP + "goal"
HAS_EVIDENCE = GP + "evidence"
HAS_INDICATOR = GP + "indicator"
HAS_MEASURE = GP + "hasMeasure"
HAS_REGION = GP + "region"
INDICATOR_EVIDENCE = GP + "indicatorEvidence"
IN_SOURCE = GP + "inSource"
ISSUER = GP + "issuer"
ON_AUTHORITY_OF = GP + "onAuthorityOf"
ORGANISER = SCHEMA + "organizer"
ORIGIN = GP + "origin"
PREPARES_FOR = GP + "preparesFor"
PUBLISHER = SCHEMA + "publisher"
SAME_AS = SCHEMA + "sameAs"
TIME_EVIDENCE = GP + "timeEvidence"
VALUE_EVIDENCE = GP + "valueEvidence"

# Links to concepts and units
BINDINGNESS = GP + "bindingness"
CHANGE = GP + "change"
COMPARATOR = GP + "comparator"
FLAG = GP + "flag"
KIND = GP + "kind"
HAS_UNIT = GP + "unit"

# Literals
BASELINE_TIME = GP + "baselineTime"
BASELINE_YEAR = GP + "baselineYear"
DATE_PUBLISHED = SCHEMA + "datePublished"
DEADLINE = GP + "deadline"
END = OA + "end"
END_YEAR = GP + "endYear"
EXACT = OA + "exact"
FIELD = GP + "field"
GROUP = GP + "group"
IMAGE = SCHEMA + "image"
ISSUED = DCTERMS + "issued"
LOWER_BOUND = GP + "lowerBound"
PERIOD_END = GP + "periodEnd"
PERIOD_START = GP + "periodStart"
QUANTITY_TEXT = GP + "quantityText"
REGION_CODE = GP + "regionCode"
SECTION = SCHEMA + "articleSection"
SOURCE_SHA256 = GP + "sourceSha256"
START = OA + "start"
START_DATE = SCHEMA + "startDate"
START_YEAR = GP + "startYear"
SUBJECT = GP + "subject"
TIME = GP + "time"
TEXT_LENGTH = GP + "textLength"
UNIT_TEXT = GP + "unitText"
UPPER_BOUND = GP + "upperBound"
URL = SCHEMA + "url"
VALUE = GP + "value"
YEAR = GP + "year"

# Concepts, by the plain value that records carry
COMPARATOR_CONCEPT = {
    "eq": GP + "Equal",
    "ge": GP + "AtLeast",
    "gt": GP + "MoreThan",
    "le": GP + "AtMost",
    "lt": GP + "LessThan",
    "approx": GP + "Approximately",
    "range": GP + "Between",
}
CHANGE_CONCEPT = {
    "increase_by": GP + "IncreaseBy",
    "decrease_by": GP + "DecreaseBy",
    "increase_to": GP + "IncreaseTo",
    "decrease_to": GP + "DecreaseTo",
    "growth_rate": GP + "GrowthRate",
    "multiple": GP + "Multiple",
    "new": GP + "NewlyAdded",
}
"""A claim without a change states a level."""
BINDINGNESS_CONCEPT = {True: GP + "Binding", False: GP + "Anticipated"}
PLAN_KIND = {
    "plan": GP + "PlanKind",
    "programme": GP + "ProgrammeKind",
    "opinion": GP + "OpinionKind",
    "notice": GP + "NoticeKind",
    "report": GP + "ReportKind",
    "law": GP + "LawKind",
    "other": GP + "OtherKind",
}
EVENT_KIND = {
    "press_conference": GP + "PressConference",
    "issuance": GP + "Issuance",
    "meeting": GP + "Meeting",
    "other": GP + "OtherEvent",
}
FLAG_CONCEPT = {
    "deadline-beyond-period": GP + "DeadlineBeyondPeriod",
    "conflicting-value": GP + "ConflictingValue",
    "baseline-above-target": GP + "BaselineAboveTarget",
    "baseline-after-deadline": GP + "BaselineAfterDeadline",
}
"""What a claim was flagged with by resolve, or by a comparison of documents."""
