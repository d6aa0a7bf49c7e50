import { EvidenceList } from "@/components/files/evidence-list";
import { EvidenceUpload } from "@/components/files/evidence-upload";
import { Banner } from "@/components/ui/banner";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { OwnPracticalPage } from "@/lib/domains/certification/types/practicals";
import { formatBps, formatDate, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { PracticalForm } from "./practical-form";

type Props = { sittingId: string; own: OwnPracticalPage };

/** The practical part as its candidate sees it: until when, what was handed in, what came of it. */
export async function OwnPractical({ sittingId, own }: Props) {
	const [t, locale] = await Promise.all([getTranslations("sitting"), getLocale()]);
	const { practical, files, terms } = own;
	const of = terms.rubric.reduce((sum, { max }) => sum + max, 0);
	const isOpen = !practical.submittedAt && !practical.settledAt && !practical.isLate;
	return (
		<Card>
			<CardHeader
				title={t("practical.title")}
				description={t("practical.due", { day: formatDate(practical.dueOn, locale) })}
			/>
			<CardBody className="space-y-5">
				{practical.settledAt ? (
					<Banner>
						{t("practical.score", {
							score: (practical.halves ?? 0) / 2,
							of,
							pass: formatBps(terms.passBps),
						})}
					</Banner>
				) : practical.submittedAt ? (
					<Banner>{t("practical.waiting", { at: formatDateTime(practical.submittedAt, locale) })}</Banner>
				) : (
					practical.isLate && <Banner tone="warning">{t("practical.late")}</Banner>
				)}
				{practical.remarks.map((remark) => (
					<p
						key={remark}
						className="wrap-anywhere whitespace-pre-line rounded-md bg-sunken px-4 py-3 text-sm"
					>
						{remark}
					</p>
				))}
				{isOpen ? (
					<>
						<p className="text-ink-soft text-sm">{t("practical.anonymous")}</p>
						<EvidenceUpload
							purpose="EXAM_PRACTICAL"
							subject={sittingId}
							files={files}
							label={t("practical.files")}
							hint={t("practical.filesHint")}
						/>
						<PracticalForm sittingId={sittingId} />
					</>
				) : (
					files.length > 0 && <EvidenceList files={files} label={t("practical.files")} />
				)}
				<div>
					<h3 className="font-medium text-sm">{t("practical.rubric")}</h3>
					<ul className="mt-1 list-disc pl-5 text-ink-soft text-sm">
						{terms.rubric.map(({ code, name, max }) => (
							<li key={code}>
								{name[locale]} · {t("practical.max", { max })}
							</li>
						))}
					</ul>
				</div>
			</CardBody>
		</Card>
	);
}
