"use client";

import { TriangleAlert, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { useFieldLabel } from "@/components/admission/field-label";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { FieldGroup } from "@/components/ui/field-group";
import { Textarea } from "@/components/ui/textarea";
import { applicationSections, rejectionReasons } from "@/lib/domains/admission/constants";
import type { RejectionReason } from "@/lib/domains/admission/types";
import type { Obstacle } from "./decision-form";
import { requestFieldId, useDesk } from "./desk-context";

export type DecisionFieldsProps = {
	obstacles: readonly Obstacle[];
	/** Field path → code, once they may be shown. */
	errors: Readonly<Record<string, string>>;
};

/** What the chosen decision asks for: obstacles of an approval, requests field by field, reasons and words. */
export function DecisionFields({ obstacles, errors }: DecisionFieldsProps) {
	const t = useTranslations("admission");
	const { state, change } = useDesk();
	if (!state.decision) return null;
	return (
		<div className="space-y-5">
			{state.decision === "APPROVE" && obstacles.length > 0 && <Obstacles obstacles={obstacles} />}
			{state.decision === "REQUEST_CHANGES" && <RequestFields errors={errors} />}
			{state.decision === "REJECT" && <ReasonFields errors={errors} />}
			<Field
				label={t(state.decision === "REJECT" ? "review.commentRequired" : "review.commentOptional")}
				required={state.decision === "REJECT"}
				error={errors.comment && t(`codes.field.${errors.comment as "REQUIRED"}`)}
			>
				<Textarea
					value={state.comment}
					maxLength={2_000}
					rows={3}
					onChange={(event) => change({ comment: event.target.value })}
				/>
			</Field>
		</div>
	);
}

function Obstacles({ obstacles }: Pick<DecisionFieldsProps, "obstacles">) {
	const t = useTranslations("admission");
	return (
		<ul role="status" className="space-y-1.5 text-sm text-warning-ink">
			{obstacles.map((obstacle) => (
				<li key={obstacle.kind} className="flex items-start gap-2">
					<TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
					{obstacle.kind === "standards"
						? t("review.blocked.standards", { count: obstacle.count })
						: t(`review.blocked.${obstacle.kind}`)}
				</li>
			))}
		</ul>
	);
}

function RequestFields({ errors }: Pick<DecisionFieldsProps, "errors">) {
	const t = useTranslations("admission");
	const tReview = useTranslations("review");
	const { state, change, toggleRequest } = useDesk();
	const labelOf = useRequestLabel();
	const paths = Object.keys(state.requests);
	return (
		<FieldGroup
			legend={tReview("requests.legend")}
			required
			error={errors.requests && tReview("requests.chooseOne")}
			hint={paths.length === 0 ? tReview("requests.empty") : undefined}
		>
			{paths.map((path) => (
				<div key={path} className="flex items-start gap-1">
					<Field
						label={tReview("requests.words", { field: labelOf(path) })}
						error={errors[`requests.${path}`] && t("codes.field.REQUIRED")}
						className="grow"
					>
						<Textarea
							id={requestFieldId(path)}
							rows={2}
							maxLength={1_000}
							value={state.requests[path]}
							placeholder={tReview("requests.placeholder")}
							onChange={(event) => change({ requests: { ...state.requests, [path]: event.target.value } })}
						/>
					</Field>
					<Button
						variant="ghost"
						size="icon-sm"
						aria-label={tReview("requests.remove", { field: labelOf(path) })}
						onClick={() => toggleRequest(path)}
					>
						<X aria-hidden="true" />
					</Button>
				</div>
			))}
		</FieldGroup>
	);
}

/** The name of a field, or of a whole step. */
function useRequestLabel(): (path: string) => string {
	const t = useTranslations("admission");
	const tReview = useTranslations("review");
	const fieldLabel = useFieldLabel();
	return (path) => {
		const section = applicationSections.find((name) => name === path);
		return section ? `${t(`sections.${section}`)} · ${tReview("facts.whole")}` : fieldLabel(path);
	};
}

function ReasonFields({ errors }: Pick<DecisionFieldsProps, "errors">) {
	const t = useTranslations("admission");
	const { state, change } = useDesk();
	function toggle(code: RejectionReason, isChosen: boolean) {
		change({ reasons: isChosen ? [...state.reasons, code] : state.reasons.filter((one) => one !== code) });
	}
	return (
		<FieldGroup
			legend={t("review.reasonsLegend")}
			required
			error={errors.reasonCodes && t("review.chooseOne")}
		>
			{rejectionReasons.map((code) => (
				<Checkbox
					key={code}
					label={t(`codes.rejection.${code}`)}
					checked={state.reasons.includes(code)}
					onCheckedChange={(checked) => toggle(code, checked === true)}
				/>
			))}
		</FieldGroup>
	);
}
