import { NextPanel } from "@/components/admission/status/next-panel";
import type { StatusViewProps } from "@/components/admission/status/status-view";
import { WithdrawButton } from "@/components/admission/status/withdraw-button";
import { readForm } from "@/lib/domains/admission/rules/form-errors";
import { readProgress } from "@/lib/domains/admission/rules/form-progress";
import type { ApplicationSection } from "@/lib/domains/admission/types";
import { getLocale } from "@/lib/platform/i18n/server";
import { ApplicationForm } from "./application-form";

export type FormViewProps = StatusViewProps & { rememberedSection: ApplicationSection | null };

/** The page of an application that is with the applicant: to be filled in, or to be mended. */
export async function FormView({
	application,
	reviews,
	policy,
	tracks,
	today,
	clock,
	...view
}: FormViewProps) {
	const locale = await getLocale();
	const { id, version, form, updatedAt, state, submissionNo } = application;
	const isResubmission = state === "CHANGES_REQUESTED";
	const requests = isResubmission
		? reviews
				.filter((review) => review.decision === "REQUEST_CHANGES" && review.submissionNo === submissionNo)
				.flatMap((review) => review.requests)
		: [];
	const rules = {
		policyVersion: policy.version,
		policy: policy.document,
		trackCodes: tracks.map((track) => track.code),
		today,
	};
	return (
		<div className="space-y-6">
			{isResubmission && (
				<NextPanel
					state={state}
					clock={clock}
					requestCount={requests.length}
					activation={null}
					appeals={[]}
					actions={<WithdrawButton applicationId={id} />}
				/>
			)}
			<ApplicationForm
				key={id}
				application={{ id, version, form, savedAt: updatedAt, isResubmission }}
				rules={rules}
				tracks={tracks.map((track) => ({
					code: track.code,
					name: locale === "en" ? track.nameEn : track.nameZh,
				}))}
				today={today}
				requests={requests}
				mendedPaths={view.mendedPaths}
				initialSection={requests[0]?.section ?? view.rememberedSection ?? firstOpenSection(form, rules)}
			/>
		</div>
	);
}

/** Where there is something left to do; the last step when there is nothing. */
function firstOpenSection(
	form: StatusViewProps["application"]["form"],
	rules: Parameters<typeof readForm>[1],
): ApplicationSection {
	const reading = readForm(form, rules);
	const { sections } = readProgress(form, rules.policy, reading.ok ? {} : reading.errors);
	return sections.find((row) => row.done < row.total)?.section ?? "agreement";
}
