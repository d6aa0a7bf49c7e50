"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { FieldGroup } from "@/components/ui/field-group";
import { Textarea } from "@/components/ui/textarea";
import { applicationSections, rejectionReasons } from "@/lib/domains/admission/constants";
import type { ApplicationSection, RejectionReason } from "@/lib/domains/admission/types";
import type { DecisionState, Obstacle } from "./decision-form";

export type DecisionFieldsProps = {
	state: DecisionState;
	onChange: (part: Partial<DecisionState>) => void;
	obstacles: readonly Obstacle[];
	/** Field path → code, once they may be shown. */
	errors: Readonly<Record<string, string>>;
};

/** What the chosen decision asks for: obstacles of an approval, requests by section, reasons and words. */
export function DecisionFields(props: DecisionFieldsProps) {
	const t = useTranslations("admission");
	const { state, onChange, obstacles, errors } = props;
	if (!state.decision) return null;
	return (
		<div className="space-y-5">
			{state.decision === "APPROVE" && obstacles.length > 0 && <Obstacles obstacles={obstacles} />}
			{state.decision === "REQUEST_CHANGES" && <RequestFields {...props} />}
			{state.decision === "REJECT" && <ReasonFields {...props} />}
			<Field
				label={t(state.decision === "REJECT" ? "review.commentRequired" : "review.commentOptional")}
				required={state.decision === "REJECT"}
				error={errors.comment && t(`codes.field.${errors.comment as "REQUIRED"}`)}
			>
				<Textarea
					value={state.comment}
					maxLength={2_000}
					rows={3}
					onChange={(event) => onChange({ comment: event.target.value })}
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

function RequestFields({ state, onChange, errors }: DecisionFieldsProps) {
	const t = useTranslations("admission");
	function toggle(section: ApplicationSection, isAsked: boolean) {
		const { [section]: words = "", ...others } = state.requests;
		onChange({ requests: isAsked ? { ...others, [section]: words } : others });
	}
	return (
		<FieldGroup legend={t("review.sectionsLegend")} required error={errors.requests && t("review.chooseOne")}>
			{applicationSections
				.filter((section) => section !== "agreement")
				.map((section) => {
					const words = state.requests[section];
					return (
						<div key={section} className="space-y-2">
							<Checkbox
								label={t(`sections.${section}`)}
								checked={words !== undefined}
								onCheckedChange={(checked) => toggle(section, checked === true)}
							/>
							{words !== undefined && (
								<Field
									label={t("review.sectionComment", { section: t(`sections.${section}`) })}
									error={errors[`requests.${section}`] && t("codes.field.REQUIRED")}
									className="pl-7.5"
								>
									<Textarea
										rows={2}
										maxLength={1_000}
										value={words}
										placeholder={t("review.sectionCommentPlaceholder")}
										onChange={(event) =>
											onChange({ requests: { ...state.requests, [section]: event.target.value } })
										}
									/>
								</Field>
							)}
						</div>
					);
				})}
		</FieldGroup>
	);
}

function ReasonFields({ state, onChange, errors }: DecisionFieldsProps) {
	const t = useTranslations("admission");
	function toggle(code: RejectionReason, isChosen: boolean) {
		onChange({ reasons: isChosen ? [...state.reasons, code] : state.reasons.filter((one) => one !== code) });
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
