import { admissionPolicyV1 } from "@/lib/domains/admission/constants";
import { scoreReview } from "@/lib/domains/admission/rules/score-review";
import type { ChangeRequest } from "@/lib/domains/admission/schema/review";
import type { ForceScores, RejectionReason, ReviewStage } from "@/lib/domains/admission/types";
import { type Candidate, planScores } from "./application-forms";
import type { EventPlan } from "./applications";
import { demoId } from "./identifiers";
import type { Random } from "./random";
import type { UserPlan } from "./users";

export type ReviewPlan = {
	id: string;
	stage: ReviewStage;
	reviewer: UserPlan;
	scores: ForceScores | null;
	compositeBps: number | null;
	decision: "APPROVE" | "REJECT" | "REQUEST_CHANGES";
	reasonCodes: RejectionReason[];
	comment: string;
	requests: ChangeRequest[];
	decidedAt: Date;
};

const approvals = [
	"材料齐全，履约与供应两力扎实，同意准入。",
	"直播运营能力突出，主播梯队清晰，同意准入；建议半年内补强供应链。",
	"证明材料核验无误，团队规模与业务匹配，同意准入。",
	"流量与直播能力优秀，售后指标需持续关注。",
] as const;

const rejections: Readonly<Record<"standard" | "forces" | "evidence", readonly string[]>> = {
	standard: ["未达到公示的硬性准入标准，达到后可再次申请。", "机器核验项未通过，补齐条件后欢迎再次提交。"],
	forces: [
		"五力综合未达 60 分，主播孵化与供应能力明显不足。",
		"履约能力低于 40 分的单项底线，建议先改善发货与售后。",
	],
	evidence: ["所附材料不能证明申请中陈述的团队与业务规模。", "合作案例缺少可核验的合同与数据截图。"],
};

const requests: readonly ChangeRequest[] = [
	{ section: "company", fields: ["address"], comment: "注册地址与营业执照不一致，请按执照填写。" },
	{
		section: "tracks",
		fields: ["brandAuthorisations"],
		comment: "品牌授权请按有效期内的数量填写，并补充授权书。",
	},
	{
		section: "people",
		fields: ["livestreamStaffCount"],
		comment: "直播团队人数与社保证明对不上，请核对后填写。",
	},
	{
		section: "forces",
		fields: ["fulfilment"],
		comment: "履约部分请写明云仓合作方式与近三个月的发货及时率。",
	},
	{ section: "forces", fields: ["supply"], comment: "供应部分缺少工厂或选品案例，请至少补充一例。" },
];

/** Two or three things to mend, in the order of the form. */
export function writeRequests(random: Random): ChangeRequest[] {
	const chosen = new Set(random.shuffle(requests).slice(0, random.int(2, 3)));
	return requests.filter((request) => chosen.has(request));
}

function rejectionOf(
	random: Random,
	candidate: Candidate,
): { reasonCodes: RejectionReason[]; comment: string } {
	if (candidate.shortcoming)
		return { reasonCodes: ["STANDARD_NOT_MET"], comment: random.pick(rejections.standard) };
	return random.chance(0.6)
		? { reasonCodes: ["FORCES_BELOW_LINE"], comment: random.pick(rejections.forces) }
		: { reasonCodes: ["EVIDENCE_INSUFFICIENT"], comment: random.pick(rejections.evidence) };
}

/** The review behind an event, where the event is a reviewer's decision. */
export function planReview(
	random: Random,
	{ event, at }: EventPlan,
	candidate: Candidate,
	reviewer: UserPlan,
): ReviewPlan[] {
	const common = { id: demoId("rev", at, random), stage: "FIRST" as const, reviewer, decidedAt: at };
	const unscored = { scores: null, compositeBps: null };
	switch (event) {
		case "request_changes":
			return [
				{
					...common,
					...unscored,
					decision: "REQUEST_CHANGES",
					reasonCodes: [],
					comment: "整体符合方向，请补充以下内容后重新提交。",
					requests: writeRequests(random),
				},
			];
		case "approve":
		case "reject": {
			const scores = planScores(random, candidate.strength, event === "approve" ? 3 : 0);
			const { compositeBps } = scoreReview(admissionPolicyV1.forceWeightsBps, scores);
			const words =
				event === "approve"
					? { reasonCodes: [], comment: random.pick(approvals) }
					: rejectionOf(random, candidate);
			const decision = event === "approve" ? ("APPROVE" as const) : ("REJECT" as const);
			return [{ ...common, scores, compositeBps, decision, ...words, requests: [] }];
		}
		default:
			return [];
	}
}
