"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useFieldLabel } from "@/components/admission/field-label";
import { ConflictDialog, showValue } from "@/components/forms/conflict-dialog";
import { SaveStatus } from "@/components/forms/save-status";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import type { FormRules } from "@/lib/domains/admission/rules/form-errors";
import type { ChangeRequest } from "@/lib/domains/admission/schema/review";
import type { ApplicationSection } from "@/lib/domains/admission/types";
import type { Day } from "@/lib/platform/time";
import { FormContext, type TrackChoice } from "./form-context";
import { MendList } from "./mend-list";
import { RequestNote } from "./request-note";
import { SessionDialog } from "./session-dialog";
import { StepBody } from "./step-body";
import { StepFooter } from "./step-footer";
import { StepNav } from "./step-nav";
import { useApplicationForm } from "./use-application-form";
import type { DraftToEdit } from "./use-draft";

export type ApplicationFormProps = {
	application: DraftToEdit & { isResubmission: boolean };
	rules: FormRules;
	tracks: readonly TrackChoice[];
	today: Day;
	/** What a reviewer asked for, shown beside the fields it concerns. */
	requests: readonly ChangeRequest[];
	/** Fields changed since then, on earlier visits. */
	mendedPaths: readonly string[];
	/** Where the applicant left off. */
	initialSection: ApplicationSection;
};

/** The stepped form: any step at any time, saved by itself, and always clear about what it still lacks. */
export function ApplicationForm(props: ApplicationFormProps) {
	const t = useTranslations("admission");
	const form = useApplicationForm(props);
	const { section, state, keeper } = form;
	const heading = useRef<HTMLDivElement>(null);
	const labelOf = useFieldLabel();
	const [putOff, setPutOff] = useState(false);
	const isSignedOut = state.status === "refused" && state.reason === "SIGNED_OUT";
	const [isAskedToSignIn, setAskedToSignIn] = useState(false);
	useEffect(() => setAskedToSignIn(isSignedOut), [isSignedOut]);
	const { mergeCount } = state;
	useEffect(() => {
		if (mergeCount > 0) toast.info(t("form.merged"));
	}, [mergeCount, t]);
	function go(next: ApplicationSection) {
		form.goTo(next);
		const top = heading.current?.getBoundingClientRect().top ?? 0;
		if (top < 0) heading.current?.scrollIntoView({ block: "start" });
	}
	return (
		<FormContext value={form.view}>
			<MendList onGo={form.goToField} />
			<div
				ref={heading}
				className="grid scroll-mt-20 grid-cols-[minmax(0,1fr)] items-start gap-x-8 gap-y-5 lg:grid-cols-[15rem_minmax(0,1fr)]"
			>
				<StepNav
					progress={form.progress}
					current={section}
					asked={form.view.requests.filter((request) => !request.isMended).map((request) => request.section)}
					onGo={go}
				/>
				<Card className="sail-lg">
					<CardHeader
						title={t(`sections.${section}`)}
						description={t(`sectionHints.${section}`)}
						actions={
							<SaveStatus
								{...state}
								onRetry={() => void keeper.resume()}
								onChoose={() => setPutOff(false)}
								onSignIn={() => setAskedToSignIn(true)}
							/>
						}
					/>
					<CardBody className="pt-2">
						<RequestNote section={section} />
						<StepBody section={section} progress={form.progress} onGo={form.goToField} />
					</CardBody>
					<StepFooter
						section={section}
						onGo={go}
						onSubmit={form.submit}
						pending={form.isSubmitting}
						isResubmission={props.application.isResubmission}
					/>
				</Card>
			</div>
			<SessionDialog
				open={isAskedToSignIn && isSignedOut}
				onOpenChange={setAskedToSignIn}
				onResume={() => keeper.resume()}
			/>
			<ConflictDialog
				draft={state.draft}
				conflicts={state.conflicts}
				open={state.conflicts.length > 0 && !putOff}
				onOpenChange={(open) => setPutOff(!open)}
				onResolve={(draft) => keeper.resolve(draft)}
				labels={{ labelOf, valueOf: (_path, value) => showValue(value) }}
			/>
		</FormContext>
	);
}
