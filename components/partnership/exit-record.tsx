import { EvidenceList } from "@/components/files/evidence-list";
import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import type { ExitCaseRecord } from "@/lib/domains/partnership/types";
import type { EvidenceFile } from "@/lib/platform/files/types";
import { formatDate, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { Words } from "./words";

type Props = {
	exit: ExitCaseRecord;
	files: { notice: readonly EvidenceFile[]; reply: readonly EvidenceFile[] };
	/** People's names, for the platform's own eyes. */
	by?: { opened: string | null; replied: string | null };
};

/** Why an exit was begun, what the partner answered, and on which evidence. */
export async function ExitRecord({ exit, files, by }: Props) {
	const t = await getTranslations("partnership");
	return (
		<>
			<Opening exit={exit} files={files} by={by} />
			{exit.reply !== null && (
				<Card>
					<CardHeader
						title={t(exit.isAppeal ? "exit.appealTitle" : "exit.acceptTitle")}
						description={await replyLine(exit, by?.replied)}
					/>
					<CardBody className="space-y-4">
						<Words>{exit.reply}</Words>
						{files.reply.length > 0 && <EvidenceList files={files.reply} label={t("exit.replyFiles")} />}
					</CardBody>
				</Card>
			)}
		</>
	);
}

async function Opening({ exit, files, by }: Props) {
	const [t, locale] = await Promise.all([getTranslations("partnership"), getLocale()]);
	const isOwn = exit.kind === "VOLUNTARY";
	const facts = [
		{ term: t("exit.kind"), detail: t(`exit.kinds.${exit.kind}`) },
		...(isOwn
			? [{ term: t("exit.wishedOn"), detail: exit.wishedOn && formatDate(exit.wishedOn, locale) }]
			: [{ term: t("exit.replyBy"), detail: t("exit.through", { day: formatDate(exit.replyBy, locale) }) }]),
		{ term: t("exit.openedAt"), detail: formatDateTime(exit.openedAt, locale) },
		...(by ? [{ term: t("exit.openedBy"), detail: by.opened }] : []),
	];
	return (
		<Card>
			<CardHeader title={t(isOwn ? "exit.requestTitle" : "exit.noticeTitle")} />
			<CardBody className="space-y-5">
				<DescriptionList items={facts} columns={by ? 2 : 3} />
				{!isOwn && (
					<div className="flex flex-wrap gap-2">
						{exit.reasonCodes.map((code) => (
							<Badge key={code} tone="danger">
								{t(`exit.reasons.${code}` as "exit.reasons.OWN_REQUEST")}
							</Badge>
						))}
					</div>
				)}
				<Words>{exit.statement}</Words>
				{!isOwn && (
					<div>
						<h3 className="mb-2 font-medium text-ink text-sm">{t("exit.evidence")}</h3>
						<EvidenceList files={files.notice} label={t("exit.evidence")} />
					</div>
				)}
			</CardBody>
		</Card>
	);
}

async function replyLine(exit: ExitCaseRecord, name: string | null | undefined): Promise<string> {
	const locale = await getLocale();
	return [exit.repliedAt && formatDateTime(exit.repliedAt, locale), name].filter(Boolean).join(" · ");
}
