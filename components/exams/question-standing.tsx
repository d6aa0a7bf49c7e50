import Link from "next/link";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { checkQuestion } from "@/lib/domains/certification/rules/check-question";
import type { QuestionVersion } from "@/lib/domains/certification/types/bank";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { RetireQuestion, ReviewQuestion, SubmitQuestion } from "./question-actions";

type Props = {
	questionId: string;
	version: QuestionVersion;
	hasApproved: boolean;
	userId: string;
	mayWrite: boolean;
	mayReview: boolean;
};

/** Where a question stands and what its reader may do next. */
export async function QuestionStanding(props: Props) {
	const { questionId, version, hasApproved, userId, mayWrite, mayReview } = props;
	const t = await getTranslations("examdesk");
	const { id: versionId, revision, state, body, writtenById, writtenBy, reviewNote } = version;
	const isOwn = writtenById === userId;
	const isOpen = state === "DRAFT" || state === "RETURNED";
	const findings = isOpen ? checkQuestion(body) : [];
	const canEdit = mayWrite && (isOpen ? isOwn : state !== "IN_REVIEW");
	return (
		<div className="space-y-4">
			{state === "RETURNED" && reviewNote && (
				<Banner tone="warning" title={t("question.note")}>
					{reviewNote}
				</Banner>
			)}
			{state === "IN_REVIEW" && (
				<Banner
					title={t("question.waits")}
					actions={mayReview && !isOwn && <ReviewQuestion version={{ versionId, revision }} />}
				>
					{isOwn
						? t("question.waitsOwn")
						: t("question.waitsOther", { name: writtenBy ?? t("question.unknown") })}
				</Banner>
			)}
			{findings.length > 0 && (
				<Banner tone="warning" title={t("question.unfit")}>
					<ul className="list-inside list-disc">
						{findings.map(({ code, part }) => {
							const text = t(`question.finding.${code}`);
							return (
								<li key={`${code}-${part}`}>
									{part === null || body.kind !== "case"
										? text
										: t("question.findingPart", { number: part + 1, text })}
								</li>
							);
						})}
					</ul>
				</Banner>
			)}
			<div className="flex flex-wrap gap-2 empty:hidden">
				{mayWrite && isOpen && (
					<SubmitQuestion version={{ versionId, revision }} disabled={findings.length > 0} />
				)}
				{canEdit && (
					<Button asChild variant="secondary">
						<Link href={routes.ops.editQuestion(questionId)}>{t("question.edit")}</Link>
					</Button>
				)}
				{mayReview && hasApproved && <RetireQuestion questionId={questionId} />}
			</div>
		</div>
	);
}
