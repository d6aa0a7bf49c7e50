import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { DescriptionList } from "@/components/ui/description-list";
import type { ForecastHead } from "@/lib/domains/programme/types/forecast";
import { formatCount, formatDate, formatDateTime } from "@/lib/platform/format";
import { daysBetween } from "@/lib/platform/time";
import type { ForecastWords } from "./words";

const parts = ["common", "season", "growth", "rough", "new", "left", "notIn"] as const;

/** The definition in words. */
export function Method({ head, words: { t } }: { head: ForecastHead; words: ForecastWords }) {
	const days = Math.max(0, daysBetween(head.asOf, head.range.to) - 1);
	return (
		<Card>
			<CardHeader title={t("method.title")} />
			<CardBody className="space-y-3 text-ink-soft text-sm leading-relaxed">
				<p>{t("method.what", { days: formatCount(days), paths: formatCount(head.result.paths) })}</p>
				<ul className="list-disc space-y-1.5 pl-5">
					{parts.map((part) => (
						<li key={part}>{t(`method.${part}`)}</li>
					))}
				</ul>
			</CardBody>
		</Card>
	);
}

/** When it was made and with what, so that it can be made again. */
export function Provenance({ head, words: { t, locale } }: { head: ForecastHead; words: ForecastWords }) {
	const seconds = `${formatCount(Math.floor(head.milliseconds / 1000))}.${Math.floor((head.milliseconds % 1000) / 100)}`;
	return (
		<Card>
			<CardHeader title={t("made.title")} description={t("made.repeat")} />
			<CardBody>
				<DescriptionList
					columns={3}
					items={[
						{ term: t("made.asOf"), detail: formatDate(head.asOf, locale) },
						{ term: t("made.computed"), detail: formatDateTime(head.computedAt, locale) },
						{ term: t("made.took"), detail: t("made.seconds", { seconds }) },
						{ term: t("made.partners"), detail: formatCount(head.partners) },
						{ term: t("made.history"), detail: t("made.periods", { count: formatCount(head.periods) }) },
						{
							term: t("made.paths"),
							detail: t("made.pathsValue", { count: formatCount(head.result.paths) }),
						},
						{ term: t("made.model"), detail: head.model },
						{ term: t("made.seed"), detail: head.seed },
						{ term: t("made.runtime"), detail: `Node ${head.runtime}` },
						{
							term: t("made.hash"),
							detail: <CopyableId value={head.inputsHash} label={t("made.hash")} shortened />,
							wide: true,
						},
					]}
				/>
			</CardBody>
		</Card>
	);
}
