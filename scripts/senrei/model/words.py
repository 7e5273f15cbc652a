"""The fixed words of the schemas as types, written by `senrei editor-files`: change the schemas.

A type is named after the holder of its field and the field: `ControlsSide`. Fields with the same
words share a type.
"""

from __future__ import annotations

from typing import Literal

KindId = Literal[
    "case",
    "contractor",
    "certification",
    "data-item",
    "control",
    "data-subject",
    "matter-type",
    "article",
    "department",
    "ward",
    "meeting",
    "body",
    "law",
    "medium",
    "protection",
    "role",
    "contractor-role",
    "synonym",
    "reading",
]
Absence = Literal["unstated", "none", "does_not_apply"]
AbsenceOfOne = Literal["unstated", "does_not_apply"]
DatePart = Literal["early", "middle", "late", "end", "spring", "summer", "autumn", "winter"]
CertificationClaimStatus = Literal["held", "required", "expected", "to_be_obtained", "unstated"]
RetentionUnit = Literal["day", "week", "month", "year", "permanent"]
ActsAct = Literal[
    "consultation",
    "report",
    "referral",
    "deliberation",
    "hearing",
    "third_party_review",
    "public_comment",
    "assembly_report",
    "assembly_bill",
    "recommendation",
    "decision",
    "filing",
    "notice",
    "publication",
    "inquiry",
    "inspection",
    "specification",
    "other",
]
DocumentsKind = Literal[
    "council_letter",
    "request_letter",
    "recommendation",
    "paper",
    "specification",
    "bill",
    "assessment",
    "explanation",
    "minutes",
    "opinion",
    "opinion_summary",
    "notice",
    "filing",
    "announcement",
    "agreement",
    "attachment",
    "other",
]
OutcomeResult = Literal[
    "approved",
    "approved_with_conditions",
    "partly_approved",
    "not_approved",
    "no_objection",
    "confirmed",
    "acknowledged",
    "opinions_given",
    "continued",
    "withdrawn",
]
ByRole = Literal[
    "council",
    "citizen",
    "subject",
    "expert",
    "assembly_member",
    "business",
    "public_body",
    "staff",
    "unstated",
]
CaseLegalRegime = Literal["ward_ordinance", "national_act"]
ScheduleKind = Literal[
    "consultation",
    "selection",
    "contract",
    "preparation",
    "public_comment",
    "report",
    "submission",
    "resolution",
    "publication",
    "notification",
    "development",
    "start",
    "start_without_computer",
    "start_with_computer",
    "deadline",
    "end",
    "other",
]
MattersNature = Literal["new", "change", "addition", "continuation"]
DataItemsScope = Literal["all", "added"]
MediaCarrier = Literal["electronic", "paper"]
VolumesPer = Literal["year", "month", "day"]
ContractorsStatus = Literal[
    "current",
    "decided",
    "planned",
    "candidate",
    "to_be_selected",
    "undecided",
    "unnamed",
]
MembersPosition = Literal["lead", "member"]
ReoutsourcingPolicy = Literal["prohibited", "with_approval", "allowed"]
ControlsSide = Literal["ward", "contractor", "operator", "connected_party"]
EntriesMark = Literal["circle", "dash"]
ProvisionsDirection = Literal["internal", "outward", "inward"]
CounterpartType = Literal[
    "department",
    "agency",
    "municipality",
    "national",
    "public_body",
    "association",
    "business",
    "person",
    "other",
]
ImpactAssessmentLevel = Literal["basic", "priority", "full", "not_required"]
ThresholdSubjects = Literal["under_1000", "from_1000", "from_10000", "from_100000", "from_300000"]
ThresholdHandlers = Literal["under_500", "from_500"]
ThresholdIncidents = Literal["occurred", "none"]
RisksJudgement = Literal["especially", "sufficient", "remaining"]
ComponentsKind = Literal["server", "terminal", "printer", "software", "network", "media"]
SystemsCloud = Literal["used", "not_used", "unstated", "does_not_apply"]
DataFlowOrigin = Literal["transcribed", "rebuilt"]
PartiesZone = Literal[
    "subject",
    "ward",
    "contractor",
    "subcontractor",
    "national",
    "other_municipality",
    "assembly",
    "citizens",
    "other",
]
NodesKind = Literal[
    "person",
    "office",
    "server",
    "db",
    "cloud",
    "terminal",
    "tablet",
    "paper",
    "media",
    "facility",
]
FlowsChange = Literal["added", "removed", "changed"]
FlowsEnd = Literal["erased", "returned", "destroyed"]
ConfirmedRemark = Literal[
    "never-received",
    "boundary-unstated",
    "sensitive-carried",
    "never-ended",
    "unused-place",
]
LineageRelation = Literal["cites", "changes", "continues"]
AnnexesPresent = Literal["present", "partly", "absent"]
NotesKind = Literal["misprint", "contradiction", "lost", "remark"]
SourcesDocumentType = Literal[
    "council_paper",
    "minutes",
    "report",
    "assessment",
    "explanation",
    "notice",
    "specification",
    "bill",
    "web_page",
    "other",
]
SourcesHeld = Literal["whole", "part"]
StandingState = Literal["withdrawn", "superseded"]
ContractorRoleZone = Literal["contractor", "subcontractor", "other"]
ControlGroup = Literal[
    "organizational",
    "personnel",
    "physical",
    "technical",
    "external_environment",
    "contract",
    "selection",
]
DataItemGroup = Literal[
    "identity",
    "contact",
    "family",
    "number",
    "health",
    "welfare",
    "school",
    "work",
    "money",
    "insurance",
    "application",
    "usage",
    "system",
    "other",
]
SensitivityLevel = Literal["special_care", "careful"]
SensitivityAssignedBy = Literal["editors"]
DataSubjectGroup = Literal["resident", "child", "insured", "staff", "business", "applicant"]
LawKind = Literal[
    "act",
    "cabinet_order",
    "ministerial_ordinance",
    "ordinance",
    "rule",
    "guideline",
    "guidance",
    "unstated",
]
LawRegime = Literal["ward_ordinance", "national_act", "number_act"]
MediumCarrier = Literal["electronic", "paper", "voice", "goods", "unstated"]
CoverageComplete = Literal["all", "some", "unknown"]
ProtectionLock = Literal["closed", "open", "other", "question", "hidden"]
WardType = Literal[
    "ward",
    "city",
    "town",
    "village",
    "metropolis",
    "circuit",
    "urban_prefecture",
    "prefecture",
    "wide_area_union",
    "association",
    "other",
]
BodyKind = Literal[
    "statutory_council",
    "internal_board",
    "expert_panel",
    "assembly",
    "assembly_committee",
    "executive",
    "office",
    "national_body",
    "other",
    "none",
]
