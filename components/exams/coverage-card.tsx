import { Badge } from "@/components/ui/badge";
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
import type { CertificateLevel } from "@/lib/domains/certification/constants/certificates";
import { difficulties } from "@/lib/domains/certification/constants/questions";
import type { ExamPolicy } from "@/lib/domains/certification/schema/exam-policy";
import type { Coverage } from "@/lib/domains/certification/types/windows";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

type Props = { level: CertificateLevel; sections: readonly Coverage[]; topics: ExamPolicy["topics"] };

/** What each section of a paper needs beside what the bank has: short, just enough, or with a choice. */
export async function CoverageCard({ level, sections, topics }: Props) {
	const [t, locale] = await Promise.all([getTranslations("examdesk"), getLocale()]);
	const short = sections.reduce((sum, { count, found }) => sum + Math.max(0, count - found), 0);
	const isExact = sections.every(({ count, found }) => found === count);
	const used = difficulties.filter((one) => sections.some(({ difficulty }) => difficulty === one));
	const rows = topics.filter(({ code }) => sections.some(({ topic }) => topic === code));
	return (
		<Card className="overflow-hidden">
			<CardHeader
				as="h3"
				title={t(`levels.${level}`)}
				actions={
					<Badge tone={short > 0 ? "danger" : isExact ? "warning" : "success"}>
						{short > 0
							? t("coverage.short", { count: short })
							: t(isExact ? "coverage.exact" : "coverage.enough")}
					</Badge>
				}
			/>
			<Table label={t("coverage.table", { level: t(`levels.${level}`) })} density="compact">
				<TableHeader>
					<TableRow>
						<TableHead>{t("coverage.topic")}</TableHead>
						{used.map((one) => (
							<TableHead key={one}>{t(`difficulty.${one}`)}</TableHead>
						))}
					</TableRow>
				</TableHeader>
				<TableBody>
					{rows.map(({ code, name }) => (
						<TableRow key={code}>
							<TableRowHead className="whitespace-nowrap">{name[locale]}</TableRowHead>
							{used.map((one) => (
								<CoverageCell
									key={one}
									section={sections.find(({ topic, difficulty }) => topic === code && difficulty === one)}
								/>
							))}
						</TableRow>
					))}
				</TableBody>
			</Table>
		</Card>
	);
}

async function CoverageCell({ section }: { section: Coverage | undefined }) {
	const t = await getTranslations("examdesk");
	if (!section) return <TableCell className="text-ink-faint">–</TableCell>;
	const { count, found } = section;
	return (
		<TableCell className={found < count ? "whitespace-nowrap text-danger-ink" : "whitespace-nowrap"}>
			{t("coverage.cell", { count, found })}
		</TableCell>
	);
}
