"use client";

import { useTranslations } from "use-intl";
import { rubricScores } from "@/components/admission/score-scale";
import { Card, CardHeader } from "@/components/ui/card";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { lowestPassingScore } from "@/lib/domains/admission/rules/score-lines";
import type { ApplicationDraft } from "@/lib/domains/admission/schema/draft";
import type { AdmissionPolicy } from "@/lib/domains/admission/schema/policy";
import { forceCodes, marginForces } from "@/lib/domains/forces/constants";
import { useDesk } from "./desk-context";
import { RubricRow } from "./rubric-row";

/** The five forces, each scored 0–5; all anchors in words can be unfolded below. */
export function RubricCard({
	forces,
	policy,
}: {
	forces: ApplicationDraft["forces"];
	policy: AdmissionPolicy;
}) {
	const t = useTranslations("admission");
	const tReview = useTranslations("review");
	const { state, change, isOpen } = useDesk();
	return (
		<Card>
			<CardHeader title={t("review.rubricTitle")} description={t("review.rubricText")} />
			{forceCodes.map((force) => (
				<div key={force} className={force === marginForces[0] ? "border-line border-t-4" : undefined}>
					<RubricRow
						force={force}
						own={forces[force]}
						score={state.scores[force] ?? null}
						passScore={lowestPassingScore(policy)}
						onScore={(score) => change({ scores: { ...state.scores, [force]: score } })}
						disabled={!isOpen}
					/>
				</div>
			))}
			<details className="border-t px-5 py-3">
				<summary className="cursor-pointer text-ink-soft text-sm">{tReview("rubric.show")}</summary>
				<div className="mt-3 -mx-5 border-t">
					<Anchors />
				</div>
			</details>
		</Card>
	);
}

function Anchors() {
	const t = useTranslations("admission");
	const tForces = useTranslations("forces");
	const tReview = useTranslations("review");
	return (
		<Table label={tReview("rubric.anchors")} density="compact">
			<TableHeader>
				<TableRow>
					<TableHead>{tReview("rubric.score")}</TableHead>
					{forceCodes.map((force) => (
						<TableHead key={force}>{tForces(`names.${force}`)}</TableHead>
					))}
				</TableRow>
			</TableHeader>
			<TableBody>
				{rubricScores.map((score) => (
					<TableRow key={score}>
						<TableRowHead className="whitespace-nowrap">
							<span className="figure">{score}</span> {t(`rubric.scale.${score}`)}
						</TableRowHead>
						{forceCodes.map((force) => (
							<TableCell key={force} className="min-w-40 align-top text-xs">
								{t(`rubric.${force}.${score}`)}
							</TableCell>
						))}
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}
